package com.offgridflow.calendar.wiring;

import com.offgridflow.activity.Place;
import com.offgridflow.activity.SiteDetails;
import com.offgridflow.calendar.Accrual;
import com.offgridflow.calendar.Meter;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An accrual as a record of the activity schema. */
final class AccrualRecord {
  private AccrualRecord() {}

  /**
   * @param bills all bills of the meter; the last one before the accrual says where it is
   */
  static Map<String, Object> of(Meter meter, Accrual accrual, List<MeteredRow> bills) {
    MeteredRow like =
        bills.stream()
            .filter(row -> !row.bill().days().end().isAfter(accrual.days().start()))
            .max(Comparator.comparing((MeteredRow row) -> row.bill().days().end()))
            .orElseThrow();
    ZoneId zone = like.bill().zone();
    Map<String, Object> record = new LinkedHashMap<>();
    record.put("record_key", meter + "/" + accrual.days().start());
    record.put("kind", meter.kind());
    record.put("subject", meter.subject());
    record.put("quantity", accrual.quantity().amount().toPlainString());
    record.put("unit", accrual.quantity().unit().symbol());
    record.put("period_start", accrual.days().start().atStartOfDay(zone).toInstant().toString());
    record.put("period_end", accrual.days().end().atStartOfDay(zone).toInstant().toString());
    putPlace(record, like.place());
    record.put("account", like.account());
    record.put("details", details(accrual, like));
    record.put("evidence_object", AccrueBills.SOURCE);
    record.put("evidence_digest", "");
    record.put("locator", accrual.explanation());
    record.put("lines", 0);
    return record;
  }

  private static void putPlace(Map<String, Object> record, Place place) {
    record.put("supplier", place.supplier());
    record.put("region", place.region());
    record.put("postcode", place.postcode());
    record.put("country", place.country());
    record.put("facility", place.facility());
  }

  private static Map<String, String> details(Accrual accrual, MeteredRow like) {
    Map<String, String> details = new TreeMap<>(like.details());
    details.put(SiteDetails.ACCRUAL_METHOD, accrual.method().code());
    return details;
  }
}

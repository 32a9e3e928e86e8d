package com.offgridflow.source;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Google Cloud's Carbon Footprint export: kg CO2e of Scopes 1, 2 and 3 of Google together, per
 * month, project, service and region, once with location-based and once with market-based Scope 2
 * (Google Cloud documentation, "Carbon Footprint export data schema").
 */
public final class GcpCarbon implements BigQueryExport {

  @Override
  public String name() {
    return "gcp-carbon";
  }

  @Override
  public int usualMonths() {
    return 12;
  }

  @Override
  public Optional<RollupRow> notUsage(Map<String, String> row) {
    return Optional.empty();
  }

  @Override
  public List<Map<String, Object>> records(
      Map<String, String> row, BigQueryMonth month, String digest) {
    long lines = Long.parseLong(row.get("lines"));
    return List.of(
        record(row, month, digest, "location", lines), record(row, month, digest, "market", 0));
  }

  private static Map<String, Object> record(
      Map<String, String> row, BigQueryMonth month, String digest, String basis, long lines) {
    String delivery = month.delivery().name();
    String group =
        String.join(", ", row.get("account"), row.get("service"), row.get("region"), basis);
    Map<String, Object> record = new LinkedHashMap<>();
    record.put("record_key", delivery + "|" + group + ", model " + row.get("model_version"));
    record.put("kind", "cloud.reported");
    record.put("subject", "Google Cloud Carbon Footprint");
    record.put("quantity", number(row, basis + "_based"));
    record.put("unit", "kg CO2e");
    record.put("period_start", instant(month.month().atDay(1)));
    record.put("period_end", instant(month.month().plusMonths(1).atDay(1)));
    record.put("supplier", "gcp");
    record.put("region", row.get("region"));
    record.put("account", row.get("account"));
    record.put("service", row.get("service"));
    record.put("details", details(row, basis));
    record.put("evidence_object", delivery);
    record.put("evidence_digest", digest);
    record.put("locator", "rows of " + group);
    record.put("lines", lines);
    return record;
  }

  private static Map<String, Object> details(Map<String, String> row, String basis) {
    return Map.of(
        "basis", basis,
        "model_version", row.get("model_version"),
        "scope1", number(row, "scope1"),
        "scope2", number(row, "scope2_" + basis + "_based"),
        "scope3", number(row, "scope3"));
  }

  private static BigDecimal number(Map<String, String> row, String column) {
    return new BigDecimal(row.get(column)).stripTrailingZeros();
  }

  private static String instant(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant().toString();
  }
}

package com.offgridflow.source;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * A group of billing lines as all rollups sum them up: use of something, or lines that are no use
 * of anything. What a rollup leaves empty is the empty string.
 *
 * @param disposition {@code usage} or {@code not-usage}
 * @param kind code of the activity's kind; of what is no usage, the reason
 * @param day in UTC
 * @param cost zero when the lines have none
 * @param lines billing lines in the group; none for what is derived from the lines of another group
 */
public record RollupRow(
    String disposition,
    String kind,
    String subject,
    BigDecimal quantity,
    String unit,
    LocalDate day,
    String account,
    String service,
    String region,
    String supplier,
    BigDecimal cost,
    String currency,
    long lines) {
  /** Whose services and regions are named so that no other's are called alike. */
  private static final Set<String> CLOUDS = Set.of("aws", "azure", "gcp", "oci");

  private static final int LONGEST_KEY = 600;
  private static final int KEPT = 200;

  public boolean usage() {
    return disposition.equals("usage");
  }

  /**
   * The group as a record of the activity schema.
   *
   * @param delivery what the lines were delivered in; part of the record's key, so that two exports
   *     with the same groups stay apart
   * @param digest SHA-256 of the delivery
   */
  public Map<String, Object> toRecord(String delivery, String digest) {
    String date = day.toString();
    Map<String, Object> record = new LinkedHashMap<>(32);
    record.put("record_key", key(delivery + "|" + group(date, "|")));
    record.put("kind", kind);
    record.put("subject", subject);
    record.put("quantity", quantity.stripTrailingZeros());
    record.put("unit", unit);
    record.put("period_start", date + "T00:00:00Z");
    record.put("period_end", day.plusDays(1) + "T00:00:00Z");
    record.put("supplier", supplier);
    record.put("region", region);
    record.put("account", account);
    record.put("service", service);
    if (lines > 0) {
      record.put("cost", cost.stripTrailingZeros());
      record.put("currency", currency);
    }
    record.put("evidence_object", delivery);
    record.put("evidence_digest", digest);
    record.put("locator", "lines of " + group(date, ", "));
    record.put("lines", lines);
    return record;
  }

  /**
   * A long one is told by its digest: a key has at most 1000 letters, an index entry 2704 bytes.
   */
  private static String key(String whole) {
    return whole.length() <= LONGEST_KEY
        ? whole
        : whole.substring(0, whole.offsetByCodePoints(0, KEPT))
            + "#"
            + DigestUtils.sha256Hex(whole);
  }

  private String group(String date, String separator) {
    String group =
        String.join(separator, date, account, service, region, kind, subject, unit, currency);
    return CLOUDS.contains(supplier) ? group : group + separator + supplier;
  }
}

package com.offgridflow.source;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A group of billing lines as a rollup sums them up: use of something, or lines that are no use of
 * anything. Days are UTC.
 */
public final class RollupRow {
  private final Map<String, ?> cells;

  /**
   * @param cells by the column names that all rollups share
   */
  public RollupRow(Map<String, ?> cells) {
    this.cells = cells;
  }

  public boolean usage() {
    return text("disposition").equals("usage");
  }

  /** Billing lines in the group; none for what is derived from the lines of another group. */
  public long lines() {
    return ((Number) cells.get("lines")).longValue();
  }

  public String text(String column) {
    Object value = cells.get(column);
    return value == null ? "" : value.toString();
  }

  public BigDecimal cost() {
    return cells.get("cost") == null ? BigDecimal.ZERO : (BigDecimal) cells.get("cost");
  }

  /**
   * The group as a record of the activity schema.
   *
   * @param delivery what the lines were delivered in; part of the record's key, so that two exports
   *     with the same groups stay apart
   * @param digest SHA-256 of the delivery
   */
  public Map<String, Object> toRecord(String delivery, String digest) {
    LocalDate day = LocalDate.parse(text("day"));
    Map<String, Object> record = new LinkedHashMap<>();
    record.put("record_key", delivery + "|" + group("|"));
    record.put("kind", text("kind"));
    record.put("subject", text("subject"));
    record.put("quantity", ((BigDecimal) cells.get("quantity")).stripTrailingZeros());
    record.put("unit", text("unit"));
    record.put("period_start", day.atStartOfDay(ZoneOffset.UTC).toInstant().toString());
    record.put("period_end", day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().toString());
    record.put("supplier", text("supplier"));
    record.put("region", text("region"));
    record.put("account", text("account"));
    record.put("service", text("service"));
    if (lines() > 0) {
      record.put("cost", cost().stripTrailingZeros());
      record.put("currency", text("currency"));
    }
    record.put("evidence_object", delivery);
    record.put("evidence_digest", digest);
    record.put("locator", "lines of " + group(", "));
    record.put("lines", lines());
    return record;
  }

  private String group(String separator) {
    return String.join(
        separator,
        text("day"),
        text("account"),
        text("service"),
        text("region"),
        text("kind"),
        text("subject"),
        text("unit"),
        text("currency"));
  }
}

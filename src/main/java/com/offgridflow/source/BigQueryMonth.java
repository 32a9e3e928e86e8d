package com.offgridflow.source;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;

/**
 * What a table has of one month.
 *
 * @param rows so many of them were seen in the partitions that were looked at
 * @param state what changes when the month's rows do; of billing, the latest export_time
 */
public record BigQueryMonth(BigQueryTable table, YearMonth month, long rows, String state) {

  /** As the table's months are told by a query of its own. */
  public static BigQueryMonth of(BigQueryTable table, Map<String, ?> row) {
    return new BigQueryMonth(
        table,
        YearMonth.parse((String) row.get("month")),
        Long.parseLong((String) row.get("lines")),
        (String) row.get("exported_until"));
  }

  public Delivery delivery() {
    return new Delivery(table + "/" + month, List.of(), false);
  }

  /** Equal for equal content. */
  public String fingerprint() {
    return String.join("|", table.toString(), month.toString(), Long.toString(rows), state);
  }
}

package com.offgridflow.source;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Cloud Billing's standard and detailed usage cost exports, rolled up by day. */
public final class GcpBilling implements BigQueryExport {

  @Override
  public String name() {
    return "gcp-billing";
  }

  @Override
  public int usualMonths() {
    return 3;
  }

  @Override
  public Optional<RollupRow> notUsage(Map<String, String> row) {
    return Optional.of(group(row)).filter(group -> !group.usage());
  }

  @Override
  public List<Map<String, Object>> records(
      Map<String, String> row, BigQueryMonth month, String digest) {
    RollupRow group = group(row);
    if (!group.usage()) {
      return List.of();
    }
    Map<String, Object> record = group.toRecord(month.delivery().name(), digest);
    record.merge("locator", exported(row, month), (lines, exported) -> lines + "; " + exported);
    return List.of(record);
  }

  private static String exported(Map<String, String> row, BigQueryMonth month) {
    return "partitions from %s, exported %s to %s, %s"
        .formatted(
            month.month().atDay(1), row.get("first_export"), row.get("last_export"), invoiced(row));
  }

  /** Google's {@code invoice.month}: corrections come on the invoice of a later month. */
  private static String invoiced(Map<String, String> row) {
    String first = row.get("first_invoice");
    String last = row.get("last_invoice");
    return Objects.equals(first, last)
        ? "invoice of " + first
        : "invoices of " + first + " to " + last;
  }

  private static RollupRow group(Map<String, String> row) {
    return new RollupRow(
        row.get("disposition"),
        row.get("kind"),
        row.get("subject"),
        new BigDecimal(row.get("quantity")),
        row.get("unit"),
        LocalDate.parse(row.get("day")),
        row.get("account"),
        row.get("service"),
        row.get("region"),
        row.get("supplier"),
        new BigDecimal(row.get("cost")),
        row.get("currency"),
        Long.parseLong(row.get("lines")));
  }
}

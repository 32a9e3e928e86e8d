package com.offgridflow.source;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * A group of costs that Cost Explorer tells, as a line of a Cost and Usage Report, so that the
 * report's rollup decides what it is.
 *
 * @param type as the reports' line item type
 * @param day in UTC; of what is no usage, the first of the month
 * @param service product code as in the reports where it is known, else the name that Cost Explorer
 *     gives
 * @param amount in the unit; zero for what is no usage
 * @param cost amortised
 */
public record AwsCostLine(
    String type,
    LocalDate day,
    String account,
    String service,
    String usageType,
    BigDecimal amount,
    BigDecimal cost,
    String currency,
    String unit,
    String region) {

  /** The columns of a report that its rollup needs. */
  public static final List<String> COLUMNS =
      List.of(
          "line_item_line_item_type",
          "line_item_usage_start_date",
          "line_item_usage_account_id",
          "line_item_product_code",
          "line_item_usage_type",
          "line_item_usage_amount",
          "line_item_unblended_cost",
          "line_item_currency_code",
          "pricing_unit",
          "product_region_code");

  /** The same costs in the same order, however they were answered. */
  public static final Comparator<AwsCostLine> ORDER =
      Comparator.comparing(line -> String.join("\t", line.cells()));

  /** Values of the columns. */
  public List<String> cells() {
    return List.of(
        type,
        day + "T00:00:00Z",
        account,
        service,
        usageType,
        amount.toPlainString(),
        cost.toPlainString(),
        currency,
        unit,
        region);
  }
}

package com.offgridflow.lake.wiring;

/** A line of a CUR, as its two releases write it. */
record AwsLine(String type, String service, String usage, String amount, String cost, String unit) {
  static final String CUR_2 =
      "line_item_line_item_type,line_item_usage_start_date,line_item_usage_account_id,"
          + "line_item_product_code,line_item_usage_type,line_item_usage_amount,"
          + "line_item_unblended_cost,line_item_currency_code,pricing_unit,product,"
          + "product_region_code,product_instance_type,reservation_effective_cost,"
          + "savings_plan_savings_plan_effective_cost";

  static final String CUR =
      "lineItem/LineItemType,lineItem/UsageStartDate,lineItem/UsageAccountId,lineItem/ProductCode,"
          + "lineItem/UsageType,lineItem/UsageAmount,lineItem/UnblendedCost,lineItem/CurrencyCode,"
          + "pricing/unit,product/vcpu,product/regionCode,product/instanceType,"
          + "reservation/EffectiveCost,savingsPlan/SavingsPlanEffectiveCost";

  String cur2(String reserved, String saved) {
    return tail("{}", reserved, saved);
  }

  String cur(String reserved, String saved) {
    return tail("", reserved, saved);
  }

  private String tail(String product, String reserved, String saved) {
    return String.join(
        ",",
        type,
        "2024-09-02T23:00:00Z",
        "111122223333",
        service,
        usage,
        amount,
        cost,
        "USD",
        unit,
        product,
        "eu-central-1",
        "",
        reserved,
        saved);
  }
}

package com.offgridflow.lake;

import static com.offgridflow.lake.BillingColumn.Need.COLUMN;
import static com.offgridflow.lake.BillingColumn.Need.OPTIONAL;
import static com.offgridflow.lake.BillingColumn.Need.VALUE;
import static com.offgridflow.lake.BillingColumn.Type.ATTRIBUTES;
import static com.offgridflow.lake.BillingColumn.Type.DAY;
import static com.offgridflow.lake.BillingColumn.Type.FINE_QUANTITY;
import static com.offgridflow.lake.BillingColumn.Type.QUANTITY;
import static com.offgridflow.lake.BillingColumn.Type.TEXT;
import static com.offgridflow.lake.BillingColumn.Type.TIME;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The billing formats that the hub knows, with the columns it reads of each. */
public enum BillingFormat {
  /** AWS Cost and Usage Report, legacy: CSV headers, or their names in the report's Parquet. */
  AWS_CUR(
      "aws-cur",
      cur("line_item_line_item_type", TEXT, VALUE, "lineItem/LineItemType"),
      cur("line_item_usage_start_date", TIME, VALUE, "lineItem/UsageStartDate"),
      cur("line_item_usage_account_id", TEXT, COLUMN, "lineItem/UsageAccountId"),
      cur("line_item_product_code", TEXT, COLUMN, "lineItem/ProductCode"),
      cur("line_item_usage_type", TEXT, COLUMN, "lineItem/UsageType"),
      cur("line_item_usage_amount", QUANTITY, COLUMN, "lineItem/UsageAmount"),
      cur("line_item_unblended_cost", QUANTITY, VALUE, "lineItem/UnblendedCost"),
      cur("line_item_currency_code", TEXT, VALUE, "lineItem/CurrencyCode"),
      cur("pricing_unit", TEXT, COLUMN, "pricing/unit"),
      BillingColumn.of(
          "product_region_code",
          TEXT,
          OPTIONAL,
          "product/regionCode",
          "product_region_code",
          "product/region",
          "product_region"),
      cur("product_instance_type", TEXT, OPTIONAL, "product/instanceType"),
      cur("product_vcpu", TEXT, OPTIONAL, "product/vcpu"),
      cur("product_memory", TEXT, OPTIONAL, "product/memory"),
      cur("reservation_effective_cost", QUANTITY, OPTIONAL, "reservation/EffectiveCost"),
      cur(
          "savings_plan_savings_plan_effective_cost",
          QUANTITY,
          OPTIONAL,
          "savingsPlan/SavingsPlanEffectiveCost")),
  /** AWS Data Exports, CUR 2.0. */
  AWS_CUR_2(
      "aws-cur-2",
      same("line_item_line_item_type", TEXT, VALUE),
      same("line_item_usage_start_date", TIME, VALUE),
      same("line_item_usage_account_id", TEXT, COLUMN),
      same("line_item_product_code", TEXT, COLUMN),
      same("line_item_usage_type", TEXT, COLUMN),
      same("line_item_usage_amount", QUANTITY, COLUMN),
      same("line_item_unblended_cost", QUANTITY, VALUE),
      same("line_item_currency_code", TEXT, VALUE),
      same("pricing_unit", TEXT, COLUMN),
      same("product", ATTRIBUTES, COLUMN),
      same("product_region_code", TEXT, OPTIONAL),
      same("product_instance_type", TEXT, OPTIONAL),
      same("reservation_effective_cost", QUANTITY, OPTIONAL),
      same("savings_plan_savings_plan_effective_cost", QUANTITY, OPTIONAL)),
  /** FinOps Open Cost and Usage Specification 1.0 and 1.2. */
  FOCUS(
      "focus",
      same("ChargeCategory", TEXT, VALUE),
      same("ChargePeriodStart", TIME, VALUE),
      same("EffectiveCost", FINE_QUANTITY, VALUE),
      same("BillingCurrency", TEXT, VALUE),
      same("BillingAccountId", TEXT, COLUMN),
      same("ProviderName", TEXT, COLUMN),
      same("ServiceName", TEXT, COLUMN),
      same("ChargeDescription", TEXT, COLUMN),
      same("PricingQuantity", FINE_QUANTITY, COLUMN),
      same("PricingUnit", TEXT, COLUMN),
      same("ConsumedQuantity", FINE_QUANTITY, OPTIONAL),
      same("ConsumedUnit", TEXT, OPTIONAL),
      same("SubAccountId", TEXT, OPTIONAL),
      same("RegionId", TEXT, OPTIONAL),
      same("RegionName", TEXT, OPTIONAL),
      same("ResourceType", TEXT, OPTIONAL),
      same("CommitmentDiscountId", TEXT, OPTIONAL),
      same("CommitmentDiscountStatus", TEXT, OPTIONAL),
      same("SkuPriceDetails", TEXT, OPTIONAL),
      same("x_UsageType", TEXT, OPTIONAL)),
  /** Azure Cost Management cost details: EA and MCA name the same columns differently. */
  AZURE_COST(
      "azure-cost",
      same("ChargeType", TEXT, VALUE),
      BillingColumn.of("UsageDate", DAY, VALUE, "Date"),
      BillingColumn.of("Cost", FINE_QUANTITY, VALUE, "CostInBillingCurrency", "Cost"),
      BillingColumn.of(
          "BillingCurrency", TEXT, VALUE, "BillingCurrency", "BillingCurrencyCode", "Currency"),
      same("SubscriptionId", TEXT, COLUMN),
      same("MeterCategory", TEXT, COLUMN),
      same("MeterName", TEXT, COLUMN),
      same("Quantity", FINE_QUANTITY, COLUMN),
      same("UnitOfMeasure", TEXT, COLUMN),
      same("MeterSubCategory", TEXT, OPTIONAL),
      BillingColumn.of("ProductName", TEXT, OPTIONAL, "ProductName", "Product"),
      BillingColumn.of("ResourceLocation", TEXT, OPTIONAL, "ResourceLocation", "Location"),
      same("ConsumedService", TEXT, OPTIONAL),
      same("AdditionalInfo", TEXT, OPTIONAL),
      same("PricingModel", TEXT, OPTIONAL),
      same("PublisherType", TEXT, OPTIONAL)),
  /** AWS Data Exports, carbon emissions: what the Customer Carbon Footprint Tool reports. */
  AWS_CARBON(
      "aws-carbon",
      same("model_version", TEXT, VALUE),
      same("usage_period_start", TIME, VALUE),
      same("usage_account_id", TEXT, COLUMN),
      same("product_code", TEXT, COLUMN),
      same("region_code", TEXT, COLUMN),
      same("total_mbm_emissions_value", FINE_QUANTITY, COLUMN),
      same("total_mbm_emissions_unit", TEXT, COLUMN),
      same("total_lbm_emissions_value", FINE_QUANTITY, OPTIONAL),
      same("total_lbm_emissions_unit", TEXT, OPTIONAL),
      same("total_scope_1_emissions_value", FINE_QUANTITY, OPTIONAL),
      same("total_scope_1_emissions_unit", TEXT, OPTIONAL),
      same("total_scope_2_lbm_emissions_value", FINE_QUANTITY, OPTIONAL),
      same("total_scope_2_lbm_emissions_unit", TEXT, OPTIONAL),
      same("total_scope_2_mbm_emissions_value", FINE_QUANTITY, OPTIONAL),
      same("total_scope_2_mbm_emissions_unit", TEXT, OPTIONAL),
      same("total_scope_3_lbm_emissions_value", FINE_QUANTITY, OPTIONAL),
      same("total_scope_3_lbm_emissions_unit", TEXT, OPTIONAL),
      same("total_scope_3_mbm_emissions_value", FINE_QUANTITY, OPTIONAL),
      same("total_scope_3_mbm_emissions_unit", TEXT, OPTIONAL)),
  /** The hub's own CSV of electricity, gas and fuel bills; read through camel-csv. */
  UTILITY_CSV(
      "utility-csv",
      same("account", TEXT, COLUMN),
      same("kind", TEXT, VALUE),
      same("quantity", QUANTITY, VALUE),
      same("unit", TEXT, VALUE),
      same("period_start", TEXT, VALUE),
      same("period_end", TEXT, VALUE),
      same("country", TEXT, COLUMN),
      same("site", TEXT, OPTIONAL),
      same("postcode", TEXT, OPTIONAL),
      same("supplier", TEXT, OPTIONAL),
      same("cost", QUANTITY, OPTIONAL),
      same("currency", TEXT, OPTIONAL),
      same("invoice", TEXT, OPTIONAL));

  private final String code;
  private final List<BillingColumn> columns;

  BillingFormat(String code, BillingColumn... columns) {
    this.code = code;
    this.columns = List.of(columns);
  }

  /** The name used in settings, file names and messages, e.g. {@code aws-cur-2}. */
  public String code() {
    return code;
  }

  public List<BillingColumn> columns() {
    return columns;
  }

  /** The relation that the rollup reads. */
  public String relation() {
    return code.replace('-', '_');
  }

  /** The class path resource of its rollup; empty for a format that needs none. */
  public Optional<String> rollup() {
    return this == UTILITY_CSV ? Optional.empty() : Optional.of("/rollup/" + code + ".sql");
  }

  /** Name of the route that reads it, {@code core-read-<reader>}. */
  public String reader() {
    return this == AWS_CARBON || rollup().isEmpty() ? code : "rollup";
  }

  /** The required columns that these headers lack. */
  public List<BillingColumn> missingFrom(List<String> headers) {
    return columns.stream()
        .filter(column -> column.required() && column.in(headers).isEmpty())
        .toList();
  }

  public static Optional<BillingFormat> ofCode(String code) {
    return Arrays.stream(values())
        .filter(format -> format.code.equals(code.toLowerCase(Locale.ROOT)))
        .findFirst();
  }

  private static BillingColumn cur(
      String name, BillingColumn.Type type, BillingColumn.Need need, String csvHeader) {
    return BillingColumn.of(name, type, need, csvHeader, name);
  }

  private static BillingColumn same(String name, BillingColumn.Type type, BillingColumn.Need need) {
    return BillingColumn.of(name, type, need, name);
  }
}

-- ---
-- columns:
--   line_item_line_item_type: {type: text, need: value, headers: [lineItem/LineItemType, line_item_line_item_type]}
--   line_item_usage_start_date: {type: time, need: value, headers: [lineItem/UsageStartDate, line_item_usage_start_date]}
--   line_item_usage_account_id: {type: text, need: column, headers: [lineItem/UsageAccountId, line_item_usage_account_id]}
--   line_item_product_code: {type: text, need: column, headers: [lineItem/ProductCode, line_item_product_code]}
--   line_item_usage_type: {type: text, need: column, headers: [lineItem/UsageType, line_item_usage_type]}
--   line_item_usage_amount: {type: quantity, need: column, headers: [lineItem/UsageAmount, line_item_usage_amount]}
--   line_item_unblended_cost: {type: quantity, need: value, headers: [lineItem/UnblendedCost, line_item_unblended_cost]}
--   line_item_currency_code: {type: currency, need: value, headers: [lineItem/CurrencyCode, line_item_currency_code]}
--   pricing_unit: {type: text, need: column, headers: [pricing/unit, pricing_unit]}
--   product_region_code: {type: text, need: optional, headers: [product/regionCode, product_region_code, product/region, product_region]}
--   product_instance_type: {type: text, need: optional, headers: [product/instanceType, product_instance_type]}
--   product_vcpu: {type: text, need: optional, headers: [product/vcpu, product_vcpu]}
--   product_memory: {type: text, need: optional, headers: [product/memory, product_memory]}
--   reservation_effective_cost: {type: quantity, need: optional, headers: [reservation/EffectiveCost, reservation_effective_cost]}
--   savings_plan_savings_plan_effective_cost: {type: quantity, need: optional, headers: [savingsPlan/SavingsPlanEffectiveCost, savings_plan_savings_plan_effective_cost]}
-- ---
-- Legacy Cost and Usage Report line items to what was used per day, account, service, region and kind.
-- ANSI SQL for DuckDB and Trino over the relations aws_cur and cloud_instance (provider, instance_type,
-- vcpus, memory_gb). docs/billing-formats.md says what each line type means and where the figures are from.
with line_group as (
  select cast(line_item_usage_start_date as date) as day,
    coalesce(line_item_usage_account_id, '') as account,
    coalesce(line_item_product_code, '') as service,
    coalesce(product_region_code, '') as region,
    coalesce(line_item_usage_type, '') as usage_type,
    line_item_line_item_type as line_type,
    case when line_item_usage_amount is not null then pricing_unit end as billed_unit,
    product_instance_type as product_instance,
    line_item_currency_code as currency,
    sum(cast(coalesce(line_item_usage_amount, 0) as decimal(38, 12))) as amount,
    sum(cast(case when line_item_line_item_type = 'DiscountedUsage'
                    then coalesce(reservation_effective_cost, line_item_unblended_cost)
                  when line_item_line_item_type = 'SavingsPlanCoveredUsage'
                    then coalesce(savings_plan_savings_plan_effective_cost, line_item_unblended_cost)
                  else line_item_unblended_cost end as decimal(38, 12))) as cost,
    count(*) as lines,
    try_cast(max(product_vcpu) as decimal(12, 3)) as product_vcpus,
    try_cast(nullif(regexp_extract(replace(max(product_memory), ',', ''), '^([0-9.]+)', 1), '') as decimal(12, 3)) as product_memory_gb
  from aws_cur
  group by 1, 2, 3, 4, 5, 6, 7, 8, 9
),
-- include: aws-usage

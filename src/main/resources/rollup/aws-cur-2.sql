-- ---
-- columns:
--   line_item_line_item_type: {type: text, need: value}
--   line_item_usage_start_date: {type: time, need: value}
--   line_item_usage_account_id: {type: text, need: column}
--   line_item_product_code: {type: text, need: column}
--   line_item_usage_type: {type: text, need: column}
--   line_item_usage_amount: {type: quantity, need: column}
--   line_item_unblended_cost: {type: quantity, need: value}
--   line_item_currency_code: {type: currency, need: value}
--   pricing_unit: {type: text, need: column}
--   product: {type: attributes, need: column}
--   product_region_code: {type: text, need: optional}
--   product_instance_type: {type: text, need: optional}
--   reservation_effective_cost: {type: quantity, need: optional}
--   savings_plan_savings_plan_effective_cost: {type: quantity, need: optional}
-- ---
-- CUR 2.0 line items to what was used per day, account, service, region and kind.
-- ANSI SQL for DuckDB and Trino over the relations aws_cur_2 and cloud_instance (provider, instance_type,
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
    try_cast(max(case when lower(pricing_unit) like 'h%' then try(product['vcpu']) end) as decimal(12, 3)) as product_vcpus,
    try_cast(nullif(regexp_extract(replace(max(case when lower(pricing_unit) like 'h%' then try(product['memory']) end), ',', ''), '^([0-9.]+)', 1), '') as decimal(12, 3)) as product_memory_gb
  from aws_cur_2
  group by 1, 2, 3, 4, 5, 6, 7, 8, 9
),
-- include: aws-usage

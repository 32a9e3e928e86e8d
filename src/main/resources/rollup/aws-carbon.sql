-- ---
-- reader: aws-carbon
-- columns:
--   model_version: {type: text, need: value}
--   usage_period_start: {type: time, need: value}
--   usage_account_id: {type: text, need: column}
--   product_code: {type: text, need: column}
--   region_code: {type: text, need: column}
--   total_mbm_emissions_value: {type: fine-quantity, need: column}
--   total_mbm_emissions_unit: {type: text, need: column}
--   total_lbm_emissions_value: {type: fine-quantity, need: optional}
--   total_lbm_emissions_unit: {type: text, need: optional}
--   total_scope_1_emissions_value: {type: fine-quantity, need: optional}
--   total_scope_1_emissions_unit: {type: text, need: optional}
--   total_scope_2_lbm_emissions_value: {type: fine-quantity, need: optional}
--   total_scope_2_lbm_emissions_unit: {type: text, need: optional}
--   total_scope_2_mbm_emissions_value: {type: fine-quantity, need: optional}
--   total_scope_2_mbm_emissions_unit: {type: text, need: optional}
--   total_scope_3_lbm_emissions_value: {type: fine-quantity, need: optional}
--   total_scope_3_lbm_emissions_unit: {type: text, need: optional}
--   total_scope_3_mbm_emissions_value: {type: fine-quantity, need: optional}
--   total_scope_3_mbm_emissions_unit: {type: text, need: optional}
-- ---
-- AWS carbon emissions to figures per month, account, service, region and model, in the units delivered.
-- ANSI SQL for DuckDB and Trino over the relation aws_carbon. The reader marks rows with an unusable value
-- by the first column of its relation, and drops the group of kind unknown:<mark>.
select 'unknown:' || model_version as kind, model_version,
  cast(usage_period_start as date) as period_start,
  coalesce(usage_account_id, '') as account,
  coalesce(product_code, '') as service,
  coalesce(region_code, '') as region,
  coalesce(total_mbm_emissions_unit, '') || '|' || coalesce(total_lbm_emissions_unit, '')
    || '|' || coalesce(total_scope_1_emissions_unit, '')
    || '|' || coalesce(total_scope_2_lbm_emissions_unit, '') || '|' || coalesce(total_scope_2_mbm_emissions_unit, '')
    || '|' || coalesce(total_scope_3_lbm_emissions_unit, '') || '|' || coalesce(total_scope_3_mbm_emissions_unit, '')
    as units,
  sum(total_lbm_emissions_value) as lbm,
  sum(total_scope_2_lbm_emissions_value) as scope_2_lbm,
  sum(total_scope_3_lbm_emissions_value) as scope_3_lbm,
  sum(total_mbm_emissions_value) as mbm,
  sum(total_scope_2_mbm_emissions_value) as scope_2_mbm,
  sum(total_scope_3_mbm_emissions_value) as scope_3_mbm,
  sum(total_scope_1_emissions_value) as scope_1,
  count(*) as lines
from aws_carbon
group by 1, 2, 3, 4, 5, 6, 7

-- ---
-- columns:
--   ChargeCategory: {type: text, need: value}
--   ChargePeriodStart: {type: time, need: value, pattern: "%Y-%m-%dT%H:%MZ"}
--   EffectiveCost: {type: fine-quantity, need: value}
--   BillingCurrency: {type: currency, need: value}
--   Provider: {type: text, need: column}
--   ServiceName: {type: text, need: column}
--   ChargeDescription: {type: text, need: column}
--   UsageQuantity: {type: fine-quantity, need: column}
--   UsageUnit: {type: text, need: column}
--   Region: {type: text, need: column}
--   oci_ReferenceNumber: {type: text, need: column}
--   SubAccountId: {type: text, need: optional}
--   oci_CompartmentId: {type: text, need: optional}
--   ChargeSubcategory: {type: text, need: optional}
-- ---
-- Oracle Cloud Infrastructure's FOCUS cost reports to what was used per day, compartment, service, region and kind.
-- ANSI SQL for DuckDB and Trino over oci_focus and cloud_instance. Column names: Oracle Cloud Infrastructure
-- Documentation, "FOCUS Cost Report Schema" (they are those of FOCUS 1.0-preview, with oci_ in front of Oracle's own).
-- docs/billing-formats.md says what each charge means and where the figures are from.
with charge_group as (
  select cast(ChargePeriodStart as date) as day,
    coalesce(nullif(oci_CompartmentId, ''), SubAccountId, '') as account,
    coalesce(ServiceName, '') as service,
    coalesce(Region, '') as region,
    ChargeCategory as category,
    lower(coalesce(ChargeSubcategory, '')) as subcategory,
    coalesce(ChargeDescription, '') as description,
    case when UsageQuantity is null then '' else coalesce(UsageUnit, '') end as billed_unit,
    BillingCurrency as currency,
    sum(cast(coalesce(UsageQuantity, 0) as decimal(38, 15))) as amount,
    sum(cast(EffectiveCost as decimal(38, 15))) as cost,
    count(*) as lines
  from oci_focus
  group by 1, 2, 3, 4, 5, 6, 7, 8, 9
),
named_group as (
  select g.*,
    lower(description) as named,
    case when category = 'Usage' and subcategory <> 'unused commitment' then 'usage' else 'not-usage' end as disposition,
    case when category = 'Usage' then 'commitment-unused'
         when category in ('Purchase', 'Tax', 'Credit', 'Adjustment') then lower(category)
         else 'unknown:' || category end as reason,
    case when lower(billed_unit) in ('ocpu hours', 'ocpu hour', 'ocpu per hour', 'ocpu-hours') then 'ocpu-hours'
         when lower(billed_unit) in ('gb hours', 'gb hour', 'gb-hours', 'gigabyte per hour') then 'gb-hours'
         when lower(billed_unit) in ('gb months', 'gb month', 'gb-months', 'gigabyte per month',
           'gigabyte storage capacity per month') then 'gb-months'
         else 'other' end as unit_class
  from charge_group g
),
measured_group as (
  select n.*, 'oci' as supplier,
    case
      when unit_class = 'ocpu-hours' and (named like '% a1' or named like '% a1 %') then 'vcpu'
      when unit_class = 'ocpu-hours' then 'ocpu'
      when unit_class = 'gb-hours' and named like '%memory%' then 'memory'
      when unit_class = 'gb-months' and named like '%outbound data transfer%' then 'network'
      when unit_class = 'gb-months' and named not like '%performance units%' then 'gb-months'
      else 'other'
    end as measure,
    case when named like '%block volume%' then 'ssd'
         when named like '%object storage%' or named like '%archive storage%' then 'hdd' end as medium,
    'default' as storage_class, description as other_name, billed_unit as other_unit,
    -- Machines are billed by their OCPUs and GB, disks by their GB.
    '' as instance_name, 1 as nodes, cast(null as decimal(12, 3)) as own_vcpus,
    cast(null as decimal(12, 3)) as own_memory_gb, cast(null as integer) as disk_gb
  from named_group n
),
-- include: activity

-- ---
-- columns:
--   ChargeCategory: {type: text, need: value}
--   ChargePeriodStart: {type: time, need: value, pattern: "%Y-%m-%dT%H:%MZ"}
--   EffectiveCost: {type: fine-quantity, need: value}
--   BillingCurrency: {type: text, need: value}
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
-- ANSI SQL for DuckDB and Trino over the relation oci_focus. Column names: Oracle Cloud Infrastructure
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
    coalesce(UsageUnit, '') as billed_unit,
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
         else 'other' end as unit_class,
    cast(24 * extract(day from date_trunc('month', day) + interval '1' month - interval '1' day)
      as decimal(5, 0)) as month_hours
  from charge_group g
),
measured_group as (
  select n.*,
    case
      when disposition = 'not-usage' then 'none'
      when unit_class = 'ocpu-hours' and (named like '% a1' or named like '% a1 %') then 'vcpu'
      when unit_class = 'ocpu-hours' then 'ocpu'
      when unit_class = 'gb-hours' and named like '%memory%' then 'memory'
      when unit_class = 'gb-months' and named like '%outbound data transfer%' then 'network'
      when unit_class = 'gb-months' and named not like '%performance units%' and named like '%block volume%' then 'ssd'
      when unit_class = 'gb-months' and (named like '%object storage%' or named like '%archive storage%') then 'hdd'
      else 'other'
    end as measure
  from named_group n
),
activity as (
  select disposition,
    case when measure = 'none' then reason
         when measure in ('vcpu', 'ocpu') then 'cloud.compute'
         when measure = 'memory' then 'cloud.memory'
         when measure in ('ssd', 'hdd') then 'cloud.storage.' || measure
         when measure = 'network' then 'cloud.network'
         else 'cloud.other' end as kind,
    case when measure in ('ssd', 'hdd') then 'default'
         when measure = 'other' then description
         else '' end as subject,
    case when measure = 'none' then 0
         when measure = 'ocpu' then cast(amount * 2 as decimal(38, 15))
         when measure in ('ssd', 'hdd') then cast(amount * month_hours as decimal(38, 15))
         else amount end as quantity,
    case when measure = 'none' then ''
         when measure in ('vcpu', 'ocpu') then 'vCPU-h'
         when measure in ('memory', 'ssd', 'hdd') then 'GiB-h'
         when measure = 'network' then 'GiB'
         else coalesce(nullif(billed_unit, ''), 'unit') end as unit,
    day, account, service, region, 'oci' as supplier, cost, currency, lines
  from measured_group
)
select disposition, kind, subject, cast(sum(quantity) as decimal(38, 15)) as quantity, unit,
  day, account, service, region, supplier,
  cast(sum(cost) as decimal(38, 15)) as cost, currency, cast(sum(lines) as bigint) as lines
from activity
group by disposition, kind, subject, unit, day, account, service, region, supplier, currency

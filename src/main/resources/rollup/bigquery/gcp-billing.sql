-- A month of a Cloud Billing export, standard or detailed, to what was used per day, project, service, region and kind.
-- GoogleSQL over the table itself, which the client names; times are UTC. Columns: Google Cloud Billing documentation,
-- "Structure of Standard data export" and "Structure of Detailed data export". docs/billing-formats.md says what each
-- line means and where the figures are from.
with line as (
  select cast(usage_start_time as date) as day,
    coalesce(project.id, billing_account_id) as account,
    coalesce(service.description, '') as service,
    coalesce(location.region, location.location, '') as region,
    coalesce(sku.description, '') as sku_name,
    coalesce(cost_type, '') as line_type,
    coalesce(adjustment_info.type, '') as adjustment,
    coalesce(transaction_type, '') as seller,
    case coalesce(usage.unit, '') when 'seconds' then 'h' when 'byte-seconds' then 'GiB-h' when 'bytes' then 'GiB'
      else coalesce(usage.unit, '') end as measured_in,
    currency,
    -- Seconds per hour; seconds per hour x 2^30 bytes; 2^30 bytes.
    cast(coalesce(usage.amount, 0) / case usage.unit when 'seconds' then 3600.0
      when 'byte-seconds' then 3865470566400.0 when 'bytes' then 1073741824.0 else 1.0 end as bignumeric) as amount,
    cast(cost as bignumeric) as gross,
    coalesce((select sum(cast(credit.amount as bignumeric)) from unnest(credits) as credit
      where credit.type <> 'PROMOTION'), cast(0 as bignumeric)) as reduction,
    coalesce((select sum(cast(credit.amount as bignumeric)) from unnest(credits) as credit
      where credit.type = 'PROMOTION'), cast(0 as bignumeric)) as promotion,
    export_time, invoice.month as invoice_month
  from `${table}`
  where _PARTITIONTIME >= cast(@first_day as timestamp)
    and usage_start_time >= cast(@first_day as timestamp) and usage_start_time < cast(@next_month as timestamp)
    and export_time <= cast(@exported_until as timestamp)
),
line_group as (
  select day, account, service, region, sku_name, line_type, adjustment, seller, measured_in, currency,
    lower(sku_name) as named,
    sum(amount) as amount, sum(gross + reduction) as cost, sum(promotion) as promotion, count(*) as lines,
    min(export_time) as first_export, max(export_time) as last_export,
    min(invoice_month) as first_invoice, max(invoice_month) as last_invoice
  from line
  group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10
),
typed_group as (
  select g.*,
    case when line_type = 'regular' and named not like 'commitment%' then 'usage'
         when line_type = 'adjustment' and adjustment in ('USAGE_CORRECTION', 'PRICE_CORRECTION', 'METADATA_CORRECTION')
           then 'usage'
         else 'not-usage' end as disposition,
    case when line_type = 'regular' then 'commitment-fee'
         when line_type in ('tax', 'adjustment') then line_type
         when line_type = 'rounding_error' then 'rounding'
         else 'unknown:' || line_type end as reason,
    -- GPUs that Cloud Carbon Footprint has figures of, by its names; the A100 of 80 GB is another.
    case when named like 'nvidia tesla t4 gpu%' then 'Nvidia T4'
         when named like 'nvidia tesla k80 gpu%' then 'Nvidia Tesla K80'
         when named like 'nvidia tesla p4 gpu%' then 'Nvidia Tesla P4'
         when named like 'nvidia tesla p100 gpu%' then 'Nvidia Tesla P100'
         when named like 'nvidia tesla v100 gpu%' then 'Nvidia Tesla V100'
         when named like 'nvidia tesla a100 gpu%' then 'Nvidia Tesla A100' end as gpu
  from line_group g
),
measured_group as (
  select t.*,
    case
      when disposition = 'not-usage' then 'none'
      when seller like 'THIRD%' or named like '%premium%' or named like '%licensing%' or named like '%early delet%' then 'other'
      when measured_in = 'h' and (named like '%instance core%' or named like '%custom core%' or named like '%- vcpu in %'
        or named like '%cpu allocation time%') then 'vcpu'
      when measured_in = 'h' and gpu is not null then 'gpu'
      when measured_in = 'GiB-h' and (named like '%instance ram%' or named like '%custom ram%' or named like '%- ram in %'
        or named like '%memory allocation time%') then 'memory'
      when measured_in = 'GiB-h' and (named like '%ssd%' or named like '%balanced pd%' or named like '%extreme pd%'
        or named like '%hyperdisk%') then 'ssd'
      when measured_in = 'GiB-h' and (named like '%storage%' or named like '%snapshot%' or named like '%archive%'
        or named like '%nearline%' or named like '%coldline%') then 'hdd'
      when measured_in = 'GiB' and (named like '%egress%' or named like '%data transfer out%') then 'network'
      else 'other'
    end as measure
  from typed_group t
),
activity as (
  select disposition,
    case when measure = 'none' then reason
         when measure in ('vcpu', 'gpu') then 'cloud.compute'
         when measure in ('ssd', 'hdd') then 'cloud.storage.' || measure
         else 'cloud.' || measure end as kind,
    case when measure in ('ssd', 'hdd') then case
           when named like '%multi-region%' then 'cloud_storage_multi_region'
           when named like '%dual-region%' then 'cloud_storage_dual_region'
           when named like 'regional%' then 'compute_engine_regional_disks'
           when service = 'Cloud Storage' then 'cloud_storage_single_region'
           when service like '%Filestore' then 'cloud_filestore'
           else 'default' end
         when measure = 'gpu' then gpu
         when measure = 'other' then sku_name
         else '' end as subject,
    case when measure = 'none' then cast(0 as bignumeric) else amount end as quantity,
    case when measure = 'none' then ''
         when measure = 'vcpu' then 'vCPU-h'
         when measured_in = '' then 'unit'
         else measured_in end as unit,
    day, account, service, region, cost, currency, lines, first_export, last_export, first_invoice, last_invoice
  from measured_group
  union all
  -- What Google pays by promotions lowers the bill, not the price of the use; its lines are those above.
  select 'not-usage', 'credit', '', cast(0 as bignumeric), '', day, account, service, region, promotion, currency, 0,
    first_export, last_export, first_invoice, last_invoice
  from measured_group
  where promotion <> 0
)
select disposition, kind, subject, round(sum(quantity), 15) as quantity, unit, cast(day as string) as day,
  account, service, region, 'gcp' as supplier, round(sum(cost), 15) as cost, currency, sum(lines) as lines,
  cast(min(first_export) as string) as first_export, cast(max(last_export) as string) as last_export,
  min(first_invoice) as first_invoice, max(last_invoice) as last_invoice
from activity
group by disposition, kind, subject, unit, day, account, service, region, currency
order by 6, 7, 8, 9, 2, 3, 5, 12

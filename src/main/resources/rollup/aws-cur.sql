-- ---
-- columns:
--   line_item_line_item_type: {type: text, need: value, headers: [lineItem/LineItemType, line_item_line_item_type]}
--   line_item_usage_start_date: {type: time, need: value, headers: [lineItem/UsageStartDate, line_item_usage_start_date]}
--   line_item_usage_account_id: {type: text, need: column, headers: [lineItem/UsageAccountId, line_item_usage_account_id]}
--   line_item_product_code: {type: text, need: column, headers: [lineItem/ProductCode, line_item_product_code]}
--   line_item_usage_type: {type: text, need: column, headers: [lineItem/UsageType, line_item_usage_type]}
--   line_item_usage_amount: {type: quantity, need: column, headers: [lineItem/UsageAmount, line_item_usage_amount]}
--   line_item_unblended_cost: {type: quantity, need: value, headers: [lineItem/UnblendedCost, line_item_unblended_cost]}
--   line_item_currency_code: {type: text, need: value, headers: [lineItem/CurrencyCode, line_item_currency_code]}
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
    pricing_unit as billed_unit,
    product_instance_type as instance_name,
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
-- Common to aws-cur.sql and aws-cur-2.sql, held alike by a test.
named_group as (
  select g.*,
    regexp_replace(usage_type, '^(US|EU|AP|CA|SA|ME|AF|IL|MX|UG|CN)[A-Z]{0,2}[0-9]?-', '') as usage_name,
    lower(coalesce(billed_unit, '')) as measured_in,
    case when usage_type like '%BoxUsage' then 'm1.small'
         else nullif(regexp_extract(coalesce(nullif(instance_name, ''), usage_type),
           '([a-z][a-z0-9-]*[0-9][a-z0-9-]*[.](nano|micro|small|medium|large|[0-9]*xlarge|metal[-0-9a-z]*))', 1), '')
         end as instance_type,
    case when line_type in ('Usage', 'DiscountedUsage', 'SavingsPlanCoveredUsage') then 'usage'
         else 'not-usage' end as disposition,
    case when line_type in ('Tax', 'Credit', 'Refund', 'Fee', 'Purchase', 'Rounding', 'Adjustment') then lower(line_type)
         when line_type in ('RIFee', 'SavingsPlanUpfrontFee', 'SavingsPlanRecurringFee') then 'commitment-fee'
         when line_type = 'SavingsPlanNegation' then 'commitment-negation'
         when line_type like '%Discount' then 'discount'
         else 'unknown:' || line_type end as reason,
    cast(24 * extract(day from date_trunc('month', day) + interval '1' month - interval '1' day)
      as decimal(5, 0)) as month_hours
  from line_group g
),
measured_group as (
  select n.*,
    case
      when measured_in in ('hrs', 'hours', 'hour') and instance_type is not null and (
           service = 'AmazonEC2' and (usage_name like 'BoxUsage%' or usage_name like 'SpotUsage%'
             or usage_name like 'DedicatedUsage%' or usage_name like 'HostBoxUsage%')
        or service in ('AmazonRDS', 'AmazonNeptune', 'AmazonDocDB')
             and (usage_name like 'InstanceUsage%:%' or usage_name like 'Multi-AZ%Usage%:%')
        or service in ('AmazonElastiCache', 'AmazonMemoryDB') and usage_name like 'NodeUsage:%'
        or service = 'AmazonES' and usage_name like 'ESInstance:%'
        or service = 'AmazonRedshift' and usage_name like 'Node:%'
        or service = 'AmazonMSK' and usage_name like 'Kafka.%'
        or service = 'AmazonSageMaker' and usage_name like '%:ml.%') then 'instance'
      when usage_name like '%Fargate%vCPU-Hours%' then 'vcpu'
      when usage_name like '%Fargate%Ephemeral%' then 'ephemeral'
      when usage_name like '%Fargate%GB-Hours%' then 'memory'
      when service = 'AWSLambda' and (usage_name like 'Lambda-GB-Second%'
        or usage_name like 'Lambda-Provisioned-GB-Second%' or usage_name like 'Lambda-Edge-GB-Second%') then 'function'
      when service = 'AWSGlue' and measured_in like 'dpu-hour%' then 'dpu'
      when measured_in in ('gb-mo', 'gb-month', 'gb-months') and usage_name not like '%EarlyDelete%' then 'gb-months'
      when measured_in in ('byte-hrs', 'bytehrs', 'byte-hours') and usage_name not like '%EarlyDelete%' then 'byte-hours'
      when measured_in in ('gb', 'gigabytes') and (usage_name like '%Out-Bytes%' or usage_name like '%Out-ABytes%'
        or usage_name like '%DataTransfer-Regional-Bytes%' or usage_name like '%Egress-Bytes%'
        or usage_name like '%VpcEndpoint-Bytes%' or usage_name like '%TransitGateway-Bytes%') then 'network'
      else 'other'
    end as measure,
    case when usage_name like 'Multi-AZCluster%' then 3 when usage_name like 'Multi-AZ%' then 2 else 1 end as nodes,
    case
      when usage_name like '%Fargate%Ephemeral%' then 'ssd'
      when usage_name like 'EBS:VolumeUsage.gp_' or usage_name like 'EBS:VolumeUsage.io_'
        or usage_name = 'EBS:VolumeUsage.piops' then 'ssd'
      when usage_name like 'EBS:VolumeUsage%' or usage_name like 'EBS:Snapshot%' then 'hdd'
      when usage_name like '%Backup%' or usage_name like '%Snapshot%' then 'hdd'
      when service = 'AmazonS3' and usage_name like '%TimedStorage-XZ%' then 'ssd'
      when service in ('AmazonS3', 'AmazonGlacier', 'AmazonECR', 'AmazonCloudWatch')
        and (usage_name like '%TimedStorage%' or usage_name like '%GlacierByteHrs%') then 'hdd'
      when service = 'AmazonRDS' and usage_name like 'RDS:%StorageUsage%' and usage_name not like '%Multi-AZ%' then 'hdd'
      when service = 'AmazonRDS' and usage_name like '%Storage%' then 'ssd'
      when service in ('AmazonDynamoDB', 'AmazonEFS', 'AmazonES', 'AmazonDocDB', 'AmazonNeptune', 'AmazonFSx',
        'AmazonMSK', 'AmazonMQ', 'AmazonSageMaker', 'AmazonECS', 'AmazonLightsail', 'AmazonSimpleDB')
        and usage_name like '%Storage%' then 'ssd'
    end as medium,
    case
      when usage_name like 'EBS:VolumeUsage%' then 'ec2_ebs_volume'
      when usage_name like 'EBS:Snapshot%' then 'ec2_ebs_snapshot'
      when service in ('AmazonS3', 'AmazonGlacier') and (usage_name like '%-ZIA-%' or usage_name like '%-RRS-%'
        or usage_name like '%-XZ-%') then 's3_one_zone_reduced_redundancy'
      when service in ('AmazonS3', 'AmazonGlacier') then 's3'
      when service = 'AmazonEFS' and (usage_name like '%-Z-%' or usage_name like '%-ZIA-%') then 'efs_one_zone'
      when service = 'AmazonEFS' then 'efs'
      when service = 'AmazonRDS' and usage_name like '%Backup%' then 'rds_backup'
      when service = 'AmazonRDS' and usage_name like 'Aurora:%' then 'rds_aurora'
      when service = 'AmazonRDS' and usage_name like '%Multi-AZ%' then 'rds_multi_az'
      when service = 'AmazonDocDB' and usage_name like '%Backup%' then 'document_db_backup'
      when service = 'AmazonDocDB' then 'document_db_storage'
      when service = 'AmazonElastiCache' then 'document_elasticache_backup'
      when service = 'AmazonDynamoDB' then 'dynamo_db'
      when service = 'AmazonECR' then 'ecr_storage'
      when service = 'AmazonSimpleDB' then 'simple_db'
      else 'default'
    end as storage_class
  from named_group n
),
instance as (
  select lower(instance_type) as instance_type, max(cast(vcpus as decimal(12, 3))) as vcpus,
    max(cast(memory_gb as decimal(12, 3))) as memory_gb
  from cloud_instance where provider = 'aws' group by 1
),
sized_group as (
  select m.*, coalesce(m.product_vcpus, i.vcpus) as vcpus, coalesce(m.product_memory_gb, i.memory_gb) as memory_gb,
    case when disposition = 'not-usage' then 'none'
         when measure = 'instance' and coalesce(m.product_vcpus, i.vcpus) is null then 'other'
         when measure in ('gb-months', 'byte-hours', 'ephemeral') and medium is null then 'other'
         else measure end as counted_as
  from measured_group m
  left join instance i on m.measure = 'instance' and i.instance_type = m.instance_type
),
-- An instance, a function and a DPU are processor and memory: part 1 carries cost and lines, part 2 the memory.
activity as (
  select disposition,
    case when part.number = 2 or counted_as = 'memory' then 'cloud.memory'
         when counted_as = 'none' then reason
         when counted_as in ('instance', 'vcpu', 'function', 'dpu') then 'cloud.compute'
         when counted_as in ('gb-months', 'byte-hours', 'ephemeral') then 'cloud.storage.' || medium
         when counted_as = 'network' then 'cloud.network'
         else 'cloud.other' end as kind,
    case when counted_as = 'instance' then instance_type
         when counted_as in ('gb-months', 'byte-hours', 'ephemeral') then storage_class
         when counted_as = 'other' then usage_name
         else '' end as subject,
    case when counted_as = 'none' then 0
         when counted_as = 'instance' and part.number = 1 then cast(amount * nodes * vcpus as decimal(38, 12))
         when counted_as = 'instance' then cast(amount * nodes * memory_gb as decimal(38, 12))
         when counted_as = 'function' and part.number = 1 then cast(amount * 0.000160793919979901 as decimal(38, 12))
         when counted_as = 'function' then cast(amount * 0.000277777777777778 as decimal(38, 12))
         when counted_as = 'dpu' and part.number = 1 then cast(amount * 4 as decimal(38, 12))
         when counted_as = 'dpu' then cast(amount * 16 as decimal(38, 12))
         when counted_as = 'gb-months' then cast(amount * month_hours * 0.001 as decimal(38, 12))
         when counted_as = 'byte-hours'
           then cast(cast(amount * 0.000000001 as decimal(38, 12)) * 0.000931322574615479 as decimal(38, 12))
         when counted_as = 'ephemeral' then cast(amount * 0.001 as decimal(38, 12))
         else amount end as quantity,
    case when counted_as = 'none' then ''
         when part.number = 2 or counted_as = 'memory' then 'GB-h'
         when counted_as in ('instance', 'vcpu', 'function', 'dpu') then 'vCPU-h'
         when counted_as in ('gb-months', 'byte-hours', 'ephemeral') then 'TB-h'
         when counted_as = 'network' then 'GB'
         else coalesce(nullif(billed_unit, ''), 'unit') end as unit,
    day, account, service, region, currency,
    case when part.number = 1 then cost else 0 end as cost,
    case when part.number = 1 then lines else 0 end as lines
  from sized_group
  cross join (values (1), (2)) as part (number)
  where part.number = 1 or counted_as in ('function', 'dpu') or counted_as = 'instance' and memory_gb is not null
)
select disposition, kind, subject, cast(sum(quantity) as decimal(38, 12)) as quantity, unit,
  day, account, service, region, 'aws' as supplier,
  cast(sum(cost) as decimal(38, 12)) as cost, currency, cast(sum(lines) as bigint) as lines
from activity
group by disposition, kind, subject, unit, day, account, service, region, currency

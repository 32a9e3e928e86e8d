-- ---
-- columns:
--   ChargeCategory: {type: text, need: value}
--   ChargePeriodStart: {type: time, need: value}
--   EffectiveCost: {type: fine-quantity, need: value}
--   BillingCurrency: {type: currency, need: value}
--   BillingAccountId: {type: text, need: column}
--   ProviderName: {type: text, need: column, headers: [ProviderName, ServiceProviderName]}
--   ServiceName: {type: text, need: column}
--   ChargeDescription: {type: text, need: column}
--   PricingQuantity: {type: fine-quantity, need: column}
--   PricingUnit: {type: text, need: column}
--   ConsumedQuantity: {type: fine-quantity, need: optional}
--   ConsumedUnit: {type: text, need: optional}
--   SubAccountId: {type: text, need: optional}
--   RegionId: {type: text, need: optional}
--   RegionName: {type: text, need: optional}
--   ResourceType: {type: text, need: optional}
--   CommitmentDiscountId: {type: text, need: optional}
--   CommitmentDiscountStatus: {type: text, need: optional}
--   SkuPriceDetails: {type: text, need: optional}
--   x_UsageType: {type: text, need: optional}
-- ---
-- FOCUS 1.0 and 1.2 rows to what was used per day, account, service, region and kind.
-- ANSI SQL for DuckDB and Trino over the relations focus and cloud_instance (provider, instance_type,
-- vcpus, memory_gb). docs/billing-formats.md says what each charge means and where the figures are from.
with charge_group as (
  select cast(ChargePeriodStart as date) as day,
    coalesce(SubAccountId, BillingAccountId, '') as account,
    coalesce(ServiceName, '') as service,
    coalesce(nullif(RegionId, ''), RegionName, '') as region,
    ProviderName as provider_name,
    ChargeCategory as charge_category,
    CommitmentDiscountStatus as commitment_status,
    case when CommitmentDiscountId is null then 'none' else 'commitment' end as commitment,
    coalesce(ChargeDescription, '') as description,
    coalesce(x_UsageType, '') as usage_type,
    coalesce(SkuPriceDetails, '') as details,
    coalesce(ResourceType, '') as resource_type,
    -- The unit is that of the quantity which counts; what has no quantity has no unit, and stays cloud.other.
    case when ProviderName like 'Google%' and PricingQuantity is not null and PricingUnit is not null then PricingUnit
         when ConsumedQuantity is not null and ConsumedUnit is not null then ConsumedUnit
         when PricingQuantity is not null then PricingUnit end as billed_unit,
    BillingCurrency as currency,
    sum(cast(coalesce(case when ProviderName like 'Google%' and PricingQuantity is not null and PricingUnit is not null
                             then PricingQuantity
                           when ConsumedQuantity is not null and ConsumedUnit is not null then ConsumedQuantity
                           else PricingQuantity end, 0) as decimal(38, 15))) as amount,
    sum(cast(EffectiveCost as decimal(38, 15))) as cost,
    count(*) as lines
  from focus
  group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14
),
named_group as (
  select g.*,
    case when provider_name in ('AWS', 'Amazon Web Services') then 'aws'
         when provider_name in ('Microsoft', 'Microsoft Azure', 'Azure') then 'azure'
         when provider_name in ('Google Cloud', 'Google', 'GCP', 'Google Cloud Platform') then 'gcp'
         when provider_name in ('Oracle', 'OCI', 'Oracle Cloud Infrastructure') then 'oci'
         else lower(coalesce(provider_name, '')) end as supplier,
    lower(description) as named,
    lower(coalesce(billed_unit, '')) as measured_in,
    case when category = 'usage' and lower(coalesce(commitment_status, '')) <> 'unused' then 'usage'
         else 'not-usage' end as disposition,
    case when category = 'usage' then 'commitment-unused'
         when category = 'purchase' and commitment = 'commitment' then 'commitment-fee'
         when category = 'adjustment' and lower(description) like '%rounding%' then 'rounding'
         when category in ('purchase', 'tax', 'credit', 'adjustment') then category
         else 'unknown:' || coalesce(charge_category, '') end as reason
  from (select c.*, lower(trim(charge_category)) as category from charge_group c) g
),
typed_group as (
  select n.*,
    coalesce(
      nullif(regexp_extract(details, '"InstanceType" *: *"([^"]+)"', 1), ''),
      case
        when supplier = 'aws' then nullif(regexp_extract(
          case when usage_type like '%:%.%' then usage_type else description end,
          '([a-z][a-z0-9-]*[0-9][a-z0-9-]*[.](nano|micro|small|medium|large|[0-9]*xlarge|metal[-0-9a-z]*))', 1), '')
        when supplier = 'azure' then nullif(regexp_extract(description,
          'Series - (Standard_)?([A-Za-z]+[0-9]+[A-Za-z0-9-]*( v[0-9]+)?)', 2), '')
      end) as instance_name,
    try_cast(nullif(regexp_extract(details, '"CoreCount" *: *"?([0-9.]+)', 1), '') as decimal(12, 3)) as own_vcpus,
    try_cast(nullif(regexp_extract(details, '"MemorySize" *: *"?([0-9.]+)', 1), '') as decimal(12, 3)) as own_memory_gb,
    case when supplier = 'azure' and measured_in = 'units/month' and named like '%managed disks%'
      then nullif(regexp_extract(description, 'Disks? - ([PES][0-9]+) ', 1), '') end as disk_tier,
    case when measured_in in ('hours', 'hour', 'hrs') then 'hours'
         when measured_in in ('gb-months', 'gb months', 'gb/month', 'gb-mo', 'gb month', 'gibibyte month') then 'gb-months'
         when measured_in in ('gb', 'gibibyte', 'gigabyte') then 'gb'
         when measured_in in ('gb hours', 'gb-hours', 'gb hour', 'gigabyte per hour', 'gibibyte hour') then 'gb-hours'
         when measured_in in ('vcpu-hours', 'vcpu hours', 'vcpu-hour') then 'vcpu-hours'
         when measured_in in ('ocpu hours', 'ocpu hour', 'ocpu per hour', 'ocpu-hours') then 'ocpu-hours'
         when measured_in in ('seconds', 'second', 'lambda-gb-seconds', 'lambda-gb-second', 'gb-seconds') then 'seconds'
         else 'other' end as unit_class
  from named_group n
),
measured_group as (
  select t.*,
    coalesce(nullif(usage_type, ''), description) as other_name, billed_unit as other_unit,
    case
      when supplier = 'aws' and unit_class = 'hours' and instance_name is not null and named not like '%mbps per%'
        and named not like '%software%' and (
             service = 'Amazon Elastic Compute Cloud' and (resource_type = 'instance' or named like '%instance hour%'
               or named like '%instance-hour%')
          or service in ('Amazon Relational Database Service', 'Amazon Neptune', 'Amazon DocumentDB')
          or service like 'Amazon ElastiCache%' or service like 'Amazon MemoryDB%'
          or service like 'Amazon OpenSearch%' or service like 'Amazon Redshift%'
          or service like 'Amazon SageMaker%') then 'instance'
      when supplier = 'azure' and unit_class = 'hours' and instance_name is not null
        and (named like 'virtual machines %series%' or service like 'Virtual Machine%') then 'instance'
      when supplier = 'gcp' and unit_class = 'hours' and named like '%instance core%' then 'vcpu'
      when supplier = 'gcp' and unit_class = 'gb-hours' and named like '%instance ram%' then 'memory'
      when supplier = 'gcp' and unit_class = 'hours' and instance_name is not null then 'instance'
      when supplier = 'aws' and named like '%fargate%' and named like '%vcpu%' and unit_class in ('hours', 'vcpu-hours') then 'vcpu'
      when supplier = 'aws' and named like '%fargate%' and named like '%ephemeral%' and unit_class in ('hours', 'gb-hours') then 'gb-hours'
      when supplier = 'aws' and named like '%fargate%' and named like '%memory%' and unit_class in ('hours', 'gb-hours') then 'memory'
      when supplier = 'aws' and unit_class = 'seconds' and (named like '%lambda%total compute%'
        or named like '%lambda-gb-second%' or named like '%lambda%duration%') then 'function'
      when supplier = 'oci' and unit_class = 'ocpu-hours' and named like '%a1%' then 'vcpu'
      when supplier = 'oci' and unit_class = 'ocpu-hours' then 'ocpu'
      when supplier = 'oci' and unit_class = 'gb-hours' and named like '%memory%' then 'memory'
      when supplier = 'oci' and unit_class in ('gb-months', 'gb') and named like '%outbound data transfer%' then 'network'
      when disk_tier is not null then 'disks'
      when unit_class = 'gb-months' and named not like '%performance units%' and named not like '%early delet%' then 'gb-months'
      when unit_class = 'gb' and supplier = 'aws' and (usage_type like '%Out-Bytes%'
        or usage_type like '%Regional-Bytes%' or named like '%out-bytes%' or named like '%data transfer out%'
        or named like '%data transfer to %' or named like '%regional data transfer%'
        or named like '%vpcendpoint-bytes%' or named like '%transitgateway-bytes%') then 'network'
      when unit_class = 'gb' and supplier = 'azure' and named like '%data transfer out%' then 'network'
      when unit_class = 'gb' and supplier = 'gcp' and (named like '%egress%' or named like '%data transfer out%') then 'network'
      else 'other'
    end as measure,
    case when named like '%multi-az cluster%' then 3 when named like '%multi-az%' then 2 else 1 end as nodes,
    case
      when substr(disk_tier, 1, 1) in ('P', 'E') then 'ssd'
      when disk_tier is not null then 'hdd'
      when supplier = 'aws' then case
        when named like '%fargate%' then 'ssd'
        when named like '%snapshot%' or named like '%backup%' then 'hdd'
        when named like '%(gp_)%' or named like '%(io_)%' or named like '%provisioned iops ssd%'
          or usage_type like '%VolumeUsage.gp_' or usage_type like '%VolumeUsage.io_' then 'ssd'
        when service = 'Amazon Elastic Compute Cloud' and (named like '%magnetic%' or named like '%throughput optimized%'
          or named like '%cold hdd%' or usage_type like '%EBS:VolumeUsage%') then 'hdd'
        when service in ('Amazon Simple Storage Service', 'Amazon Glacier', 'AmazonCloudWatch',
          'Amazon EC2 Container Registry (ECR)', 'Amazon Elastic Container Registry') then 'hdd'
        when service in ('Amazon DynamoDB', 'Amazon Elastic File System', 'Amazon Relational Database Service',
          'Amazon DocumentDB', 'Amazon Neptune', 'Amazon FSx', 'Amazon OpenSearch Service') then 'ssd' end
      when supplier = 'azure' then case
        when named like '%premium%' or named like '%ssd%' or named like '%database%' or named like '%cosmos%' then 'ssd'
        when named like '%data stored%' or named like '%snapshot%' or named like '%backup%' then 'hdd' end
      when supplier = 'gcp' then case
        when named like '%ssd%' or named like '%balanced pd%' or named like '%extreme pd%' then 'ssd'
        when named like '%storage%' or named like '%snapshot%' or named like '%archive%'
          or named like '%nearline%' or named like '%coldline%' then 'hdd' end
      when supplier = 'oci' then case
        when named like '%block volume%' then 'ssd'
        when named like '%object storage%' or named like '%archive storage%' then 'hdd' end
    end as medium,
    case
      when supplier = 'aws' then case
        when service = 'Amazon Elastic Compute Cloud' and named like '%snapshot%' then 'ec2_ebs_snapshot'
        when service = 'Amazon Elastic Compute Cloud' then 'ec2_ebs_volume'
        when service in ('Amazon Simple Storage Service', 'Amazon Glacier') and (named like '%one zone%'
          or named like '%reduced redundancy%') then 's3_one_zone_reduced_redundancy'
        when service in ('Amazon Simple Storage Service', 'Amazon Glacier') then 's3'
        when service = 'Amazon Elastic File System' and named like '%one zone%' then 'efs_one_zone'
        when service = 'Amazon Elastic File System' then 'efs'
        when service = 'Amazon Relational Database Service' and named like '%backup%' then 'rds_backup'
        when service = 'Amazon Relational Database Service' and named like '%aurora%' then 'rds_aurora'
        when service = 'Amazon Relational Database Service' and named like '%multi-az%' then 'rds_multi_az'
        when service = 'Amazon DocumentDB' and named like '%backup%' then 'document_db_backup'
        when service = 'Amazon DocumentDB' then 'document_db_storage'
        when service = 'Amazon DynamoDB' then 'dynamo_db'
        when service in ('Amazon EC2 Container Registry (ECR)', 'Amazon Elastic Container Registry') then 'ecr_storage'
        else 'default' end
      when supplier = 'azure' then case
        when named like '%mysql%' then 'database_mysql'
        when named like '%cosmos%' then 'cosmos_db'
        when named like '%sql database%' then 'sql_db'
        when disk_tier is not null or named like '%managed disk%' then 'storage_disks'
        when named like '%gzrs%' then 'storage_gzrs'
        when named like '%grs%' then 'storage_grs'
        when named like '%zrs%' then 'storage_zrs'
        when named like '%lrs%' then 'storage_lrs'
        else 'default' end
      when supplier = 'gcp' then case
        when named like '%multi-region%' then 'cloud_storage_multi_region'
        when named like '%dual-region%' then 'cloud_storage_dual_region'
        when named like 'regional%' then 'compute_engine_regional_disks'
        when service = 'Cloud Storage' then 'cloud_storage_single_region'
        when service like '%Filestore' then 'cloud_filestore'
        else 'default' end
      else 'default'
    end as storage_class,
    -- include: azure-disk
  from typed_group t
),
-- include: activity

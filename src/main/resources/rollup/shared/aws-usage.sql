-- What lines of AWS's cost and usage reports measure. Reads line_group: day, account, service, region, usage_type,
-- line_type, billed_unit, product_instance, currency, amount, cost, lines, product_vcpus, product_memory_gb.
named_group as (
  select g.*, 'aws' as supplier,
    regexp_replace(usage_type, '^(US|EU|AP|CA|SA|ME|AF|IL|MX|UG|CN)[A-Z]{0,2}[0-9]?-', '') as usage_name,
    lower(coalesce(billed_unit, '')) as measured_in,
    case when usage_type like '%BoxUsage' then 'm1.small'
         else nullif(regexp_extract(coalesce(nullif(product_instance, ''), usage_type),
           '([a-z][a-z0-9-]*[0-9][a-z0-9-]*[.](nano|micro|small|medium|large|[0-9]*xlarge|metal[-0-9a-z]*))', 1), '')
         end as instance_name,
    case when line_type in ('Usage', 'DiscountedUsage', 'SavingsPlanCoveredUsage') then 'usage'
         else 'not-usage' end as disposition,
    case when line_type in ('Tax', 'Credit', 'Refund', 'Fee', 'Purchase', 'Rounding', 'Adjustment') then lower(line_type)
         when line_type in ('RIFee', 'SavingsPlanUpfrontFee', 'SavingsPlanRecurringFee') then 'commitment-fee'
         when line_type = 'SavingsPlanNegation' then 'commitment-negation'
         when line_type like '%Discount' then 'discount'
         else 'unknown:' || line_type end as reason
  from line_group g
),
measured_group as (
  select n.*,
    case
      when measured_in in ('hrs', 'hours', 'hour') and instance_name is not null and (
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
      when usage_name like '%Fargate%Ephemeral%' then 'gb-hours'
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
    product_vcpus as own_vcpus, product_memory_gb as own_memory_gb, cast(null as integer) as disk_gb,
    usage_name as other_name, billed_unit as other_unit,
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
-- include: activity

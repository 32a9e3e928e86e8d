-- The demo's AWS use as neutral line items, number 0 to getvariable('lines') - 1.
-- hash(i * 16 + salt) is the only randomness: the same engine version gives the same lines.
with usage_kind (slot_from, slot_to, product_code, product_name, family, usage, operation, unit,
                 instance_type, vcpu, memory, price, amount) as (
  values
  (0, 7, 'AmazonEC2', 'Amazon Elastic Compute Cloud', 'Compute Instance', 'BoxUsage:m5.large', 'RunInstances', 'Hrs', 'm5.large', '2', '8 GiB', 0.096, 6.0),
  (8, 14, 'AmazonEC2', 'Amazon Elastic Compute Cloud', 'Compute Instance', 'BoxUsage:m5.2xlarge', 'RunInstances', 'Hrs', 'm5.2xlarge', '8', '32 GiB', 0.384, 3.0),
  (15, 20, 'AmazonEC2', 'Amazon Elastic Compute Cloud', 'Compute Instance', 'BoxUsage:c5.xlarge', 'RunInstances', 'Hrs', 'c5.xlarge', '4', '8 GiB', 0.17, 4.0),
  (21, 24, 'AmazonEC2', 'Amazon Elastic Compute Cloud', 'Compute Instance', 'BoxUsage:r5.xlarge', 'RunInstances', 'Hrs', 'r5.xlarge', '4', '32 GiB', 0.252, 4.0),
  (25, 28, 'AmazonEC2', 'Amazon Elastic Compute Cloud', 'Compute Instance', 'BoxUsage:t3.medium', 'RunInstances', 'Hrs', 't3.medium', '2', '4 GiB', 0.0416, 8.0),
  (29, 32, 'AmazonEC2', 'Amazon Elastic Compute Cloud', 'Compute Instance', 'BoxUsage:m6g.xlarge', 'RunInstances', 'Hrs', 'm6g.xlarge', '4', '16 GiB', 0.154, 4.0),
  (33, 35, 'AmazonEC2', 'Amazon Elastic Compute Cloud', 'Compute Instance', 'SpotUsage:c5.4xlarge', 'RunInstances:SV001', 'Hrs', 'c5.4xlarge', '16', '32 GiB', 0.24, 3.0),
  (36, 36, 'AmazonEC2', 'Amazon Elastic Compute Cloud', 'Compute Instance', 'BoxUsage:g4dn.xlarge', 'RunInstances', 'Hrs', 'g4dn.xlarge', '4', '16 GiB', 0.526, 2.0),
  (37, 38, 'AmazonEC2', 'Amazon Elastic Compute Cloud', 'Compute Instance', 'BoxUsage:i3.large', 'RunInstances', 'Hrs', 'i3.large', '2', '15.25 GiB', 0.156, 2.0),
  (39, 42, 'AmazonRDS', 'Amazon Relational Database Service', 'Database Instance', 'InstanceUsage:db.m5.large', 'CreateDBInstance:0014', 'Hrs', 'db.m5.large', '2', '8 GiB', 0.178, 3.0),
  (43, 44, 'AmazonRDS', 'Amazon Relational Database Service', 'Database Instance', 'Multi-AZUsage:db.r5.xlarge', 'CreateDBInstance:0014', 'Hrs', 'db.r5.xlarge', '4', '32 GiB', 1.0, 2.0),
  (45, 46, 'AmazonElastiCache', 'Amazon ElastiCache', 'Cache Instance', 'NodeUsage:cache.m5.large', 'CreateCacheCluster:0002', 'Hrs', 'cache.m5.large', '2', '6.38 GiB', 0.156, 2.0),
  (47, 48, 'AmazonECS', 'Amazon Elastic Container Service', 'Compute', 'Fargate-vCPU-Hours:perCPU', 'FargateTask', 'hours', null, null, null, 0.04048, 12.0),
  (49, 50, 'AmazonECS', 'Amazon Elastic Container Service', 'Compute', 'Fargate-GB-Hours', 'FargateTask', 'hours', null, null, null, 0.004445, 48.0),
  (51, 53, 'AWSLambda', 'AWS Lambda', 'Serverless', 'Lambda-GB-Second', 'Invoke', 'Lambda-GB-Second', null, null, null, 0.0000166667, 40000.0),
  (54, 55, 'AWSLambda', 'AWS Lambda', 'Serverless', 'Request', 'Invoke', 'Requests', null, null, null, 0.0000002, 90000.0),
  (56, 61, 'AmazonEC2', 'Amazon Elastic Compute Cloud', 'Storage', 'EBS:VolumeUsage.gp3', 'CreateVolume-Gp3', 'GB-Mo', null, null, null, 0.08, 6.0),
  (62, 64, 'AmazonEC2', 'Amazon Elastic Compute Cloud', 'Storage', 'EBS:VolumeUsage.gp2', 'CreateVolume-Gp2', 'GB-Mo', null, null, null, 0.1, 4.0),
  (65, 65, 'AmazonEC2', 'Amazon Elastic Compute Cloud', 'Storage', 'EBS:VolumeUsage.io2', 'CreateVolume-P-IOPS', 'GB-Mo', null, null, null, 0.125, 1.0),
  (66, 66, 'AmazonEC2', 'Amazon Elastic Compute Cloud', 'Storage', 'EBS:VolumeUsage.st1', 'CreateVolume-ST1', 'GB-Mo', null, null, null, 0.045, 12.0),
  (67, 68, 'AmazonEC2', 'Amazon Elastic Compute Cloud', 'Storage Snapshot', 'EBS:SnapshotUsage', 'CreateSnapshot', 'GB-Mo', null, null, null, 0.05, 10.0),
  (69, 69, 'AmazonEC2', 'Amazon Elastic Compute Cloud', 'System Operation', 'EBS:VolumeP-IOPS.gp3', 'CreateVolume-Gp3', 'IOPS-Mo', null, null, null, 0.005, 4.0),
  (70, 73, 'AmazonS3', 'Amazon Simple Storage Service', 'Storage', 'TimedStorage-ByteHrs', 'StandardStorage', 'GB-Mo', null, null, null, 0.023, 30.0),
  (74, 74, 'AmazonS3', 'Amazon Simple Storage Service', 'Storage', 'TimedStorage-SIA-ByteHrs', 'StandardIAStorage', 'GB-Mo', null, null, null, 0.0125, 40.0),
  (75, 75, 'AmazonS3', 'Amazon Simple Storage Service', 'Storage', 'TimedStorage-ZIA-ByteHrs', 'OneZoneIAStorage', 'GB-Mo', null, null, null, 0.01, 10.0),
  (76, 76, 'AmazonS3', 'Amazon Simple Storage Service', 'Storage', 'TimedStorage-GlacierByteHrs', 'GlacierStorage', 'GB-Mo', null, null, null, 0.0036, 90.0),
  (77, 79, 'AmazonS3', 'Amazon Simple Storage Service', 'API Request', 'Requests-Tier1', 'PutObject', 'Requests', null, null, null, 0.000005, 9000.0),
  (80, 83, 'AmazonEC2', 'Amazon Elastic Compute Cloud', 'Data Transfer', 'DataTransfer-Out-Bytes', 'RunInstances', 'GB', null, null, null, 0.09, 5.0),
  (84, 86, 'AmazonEC2', 'Amazon Elastic Compute Cloud', 'Data Transfer', 'DataTransfer-Regional-Bytes', 'InterZone-In', 'GB', null, null, null, 0.01, 20.0),
  (87, 88, 'AmazonEC2', 'Amazon Elastic Compute Cloud', 'Data Transfer', 'DataTransfer-In-Bytes', 'RunInstances', 'GB', null, null, null, 0.0, 8.0),
  (89, 89, 'AmazonCloudFront', 'Amazon CloudFront', 'Data Transfer', 'DataTransfer-Out-Bytes', 'GET', 'GB', null, null, null, 0.085, 12.0),
  (90, 90, 'AmazonEC2', 'Amazon Elastic Compute Cloud', 'NAT Gateway', 'NatGateway-Hours', 'NatGateway', 'Hrs', null, null, null, 0.045, 1.0),
  (91, 91, 'AmazonEC2', 'Amazon Elastic Compute Cloud', 'NAT Gateway', 'NatGateway-Bytes', 'NatGateway', 'GB', null, null, null, 0.045, 6.0),
  (92, 92, 'AWSELB', 'Elastic Load Balancing', 'Load Balancer-Application', 'LoadBalancerUsage', 'LoadBalancing:Application', 'Hrs', null, null, null, 0.0225, 1.0),
  (93, 93, 'AWSELB', 'Elastic Load Balancing', 'Load Balancer-Application', 'LCUUsage', 'LoadBalancing:Application', 'LCU-Hrs', null, null, null, 0.008, 3.0),
  (94, 94, 'AmazonRDS', 'Amazon Relational Database Service', 'Database Storage', 'RDS:GP3-Storage', 'CreateDBInstance:0014', 'GB-Mo', null, null, null, 0.115, 3.0),
  (95, 95, 'AmazonRDS', 'Amazon Relational Database Service', 'Database Storage', 'RDS:Multi-AZ-GP2-Storage', 'CreateDBInstance:0014', 'GB-Mo', null, null, null, 0.23, 2.0),
  (96, 96, 'AmazonRDS', 'Amazon Relational Database Service', 'Storage Snapshot', 'RDS:ChargedBackupUsage', 'CreateDBInstance', 'GB-Mo', null, null, null, 0.095, 4.0),
  (97, 97, 'AmazonRDS', 'Amazon Relational Database Service', 'Database Storage', 'Aurora:StorageUsage', 'CreateDBInstance:0021', 'GB-Mo', null, null, null, 0.1, 3.0),
  (98, 98, 'AmazonDynamoDB', 'Amazon DynamoDB', 'Database Storage', 'TimedStorage-ByteHrs', 'StandardStorage', 'GB-Mo', null, null, null, 0.25, 1.0),
  (99, 99, 'AmazonEFS', 'Amazon Elastic File System', 'Storage', 'TimedStorage-ByteHrs', 'Storage', 'GB-Mo', null, null, null, 0.3, 2.0),
  (100, 100, 'AmazonECR', 'Amazon EC2 Container Registry (ECR)', 'EC2 Container Registry', 'TimedStorage-ByteHrs', 'Storage', 'GB-Mo', null, null, null, 0.1, 1.0),
  (101, 101, 'AmazonCloudWatch', 'AmazonCloudWatch', 'Alarm', 'CW:AlarmMonitorUsage', 'PutMetricAlarm', 'Alarms', null, null, null, 0.1, 0.2),
  (102, 102, 'awskms', 'AWS Key Management Service', 'API Request', 'KMS-Requests', 'Decrypt', 'Requests', null, null, null, 0.000003, 500.0),
  (103, 103, 'AmazonEKS', 'Amazon Elastic Container Service for Kubernetes', 'Compute', 'AmazonEKS-Hours:perCluster', 'CreateOperation', 'Hours', null, null, null, 0.1, 1.0)
),
place (place_no, region, prefix, location) as (
  values (0, 'us-east-1', '', 'US East (N. Virginia)'),
         (1, 'us-west-2', 'USW2-', 'US West (Oregon)'),
         (2, 'eu-central-1', 'EUC1-', 'EU (Frankfurt)'),
         (3, 'eu-west-2', 'EUW2-', 'EU (London)'),
         (4, 'eu-north-1', 'EUN1-', 'EU (Stockholm)'),
         (5, 'ap-south-1', 'APS3-', 'Asia Pacific (Mumbai)'),
         (6, 'ap-northeast-1', 'APN1-', 'Asia Pacific (Tokyo)')
),
draw as (
  select i,
    cast(hash(i * 16 + 1) % 104 as integer) as slot,
    cast(least(hash(i * 16 + 2) % 7, hash(i * 16 + 3) % 9) as integer) as place_no,
    cast(getvariable('first_account') as bigint) + cast(hash(i * 16 + 4) % 6 as bigint) as account,
    cast(getvariable('month') as timestamp) + to_hours(cast(i * 720 // getvariable('lines') as bigint)) as usage_start,
    0.5 + (hash(i * 16 + 5) % 1000) / 1000.0 as share,
    cast(hash(i * 16 + 6) % 1000 as integer) as luck
  from range(cast(getvariable('lines') as bigint)) as numbers (i)
),
item as (
  select d.*, k.*, p.region, p.prefix, p.location,
    round(case when unit = 'GB-Mo' then 100 * amount * share / 720 * 10
               when unit = 'Requests' then floor(amount * share)
               when unit = 'Hrs' and price >= 0.03 and instance_type is null then 1
               when unit = 'Hrs' then ceil(amount * share)
               else amount * share end, 10) as quantity,
    case when luck = 0 then 'Tax'
         when luck = 1 then 'Credit'
         when luck = 2 then 'Refund'
         when luck = 3 then 'Fee'
         when luck = 4 then 'RIFee'
         when luck = 5 then 'SavingsPlanRecurringFee'
         when luck = 6 then 'EdpDiscount'
         when luck = 7 then 'BundledDiscount'
         when luck < 20 and product_code = 'AmazonEC2' and instance_type is not null then 'SavingsPlanNegation'
         when luck < 300 and product_code = 'AmazonEC2' and usage like 'BoxUsage%' then 'SavingsPlanCoveredUsage'
         when luck < 420 and instance_type is not null and usage not like 'Spot%' then 'DiscountedUsage'
         else 'Usage' end as line_type
  from draw d
  join usage_kind k on d.slot between k.slot_from and k.slot_to
  join place p on p.place_no = d.place_no
)
select *,
  round(quantity * price, 10) as list_cost,
  round(case line_type when 'Tax' then 0.19 * amount * price
                       when 'Credit' then -0.5 * amount * price
                       when 'Refund' then -amount * price
                       when 'EdpDiscount' then -0.04 * amount * price
                       when 'BundledDiscount' then -0.02 * amount * price
                       when 'Fee' then 12.5
                       when 'RIFee' then 43.8
                       when 'SavingsPlanRecurringFee' then 90.0
                       when 'SavingsPlanNegation' then -20 * quantity * price
                       when 'DiscountedUsage' then 0
                       else quantity * price end, 10) as unblended_cost,
  round(case when line_type = 'SavingsPlanCoveredUsage' then 0.72 * quantity * price end, 10) as savings_plan_cost,
  round(case when line_type = 'DiscountedUsage' then 0.63 * quantity * price end, 10) as reservation_cost
from item
order by i

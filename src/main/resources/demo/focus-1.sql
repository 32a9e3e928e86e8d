-- A FOCUS 1.0 month of Azure and Google Cloud use with some AWS, getvariable('lines') rows.
-- hash(i * 16 + salt) is the only randomness: the same engine version gives the same rows.
with charge_kind (slot_from, slot_to, provider, publisher, service, service_category, description, resource_type,
                  unit, price, amount, category) as (
  values
  (0, 19, 'Microsoft', 'Microsoft', 'Virtual Machines', 'Compute', 'Virtual Machines Dv3/DSv3 Series - D4 v3/D4s v3', 'Virtual machine', 'Hours', 0.23, 24.0, 'Usage'),
  (20, 29, 'Microsoft', 'Microsoft', 'Virtual Machines', 'Compute', 'Virtual Machines Ev3/ESv3 Series - E8 v3/E8s v3', 'Virtual machine', 'Hours', 0.61, 24.0, 'Usage'),
  (30, 33, 'Microsoft', 'Microsoft', 'Virtual Machines', 'Compute', 'Premium SSD Managed Disks - P10 LRS', 'Disk', 'Units/Month', 19.71, 0.3, 'Usage'),
  (34, 39, 'Microsoft', 'Microsoft', 'Storage Accounts', 'Storage', 'Tiered Block Blob - Hot LRS - Data Stored', 'Storage account', 'GB/Month', 0.0184, 60.0, 'Usage'),
  (40, 41, 'Microsoft', 'Microsoft', 'Storage Accounts', 'Storage', 'Tiered Block Blob - Cool GRS - Data Stored', 'Storage account', 'GB/Month', 0.02, 90.0, 'Usage'),
  (42, 44, 'Microsoft', 'Microsoft', 'Storage Accounts', 'Storage', 'Tiered Block Blob - All Other Operations', 'Storage account', 'Units', 0.0000004, 5000.0, 'Usage'),
  (45, 47, 'Microsoft', 'Microsoft', 'Bandwidth', 'Networking', 'Bandwidth Inter-Region - Standard Data Transfer Out', null, 'GB', 0.08, 15.0, 'Usage'),
  (48, 49, 'Microsoft', 'Microsoft', 'Azure SQL Database', 'Databases', 'SQL Database Single General Purpose - Storage - Data Stored', 'SQL database', 'GB/Month', 0.115, 5.0, 'Usage'),
  (50, 64, 'Google Cloud', 'Google', 'Compute Engine', 'Compute', 'N2 Instance Core running', null, 'hour', 0.0316, 96.0, 'Usage'),
  (65, 76, 'Google Cloud', 'Google', 'Compute Engine', 'Compute', 'N2 Instance Ram running', null, 'gibibyte hour', 0.0042, 384.0, 'Usage'),
  (77, 80, 'Google Cloud', 'Google', 'Compute Engine', 'Storage', 'Balanced PD Capacity', null, 'gibibyte month', 0.1, 20.0, 'Usage'),
  (81, 83, 'Google Cloud', 'Google', 'Cloud Storage', 'Storage', 'Standard Storage', null, 'gibibyte month', 0.02, 70.0, 'Usage'),
  (84, 86, 'Google Cloud', 'Google', 'Compute Engine', 'Networking', 'Network Inter Region Data Transfer Out', null, 'gibibyte', 0.02, 25.0, 'Usage'),
  (87, 91, 'AWS', 'Amazon Web Services, Inc.', 'Amazon Elastic Compute Cloud', 'Compute', '$0.34 per On Demand Linux c5.2xlarge Instance Hour', 'instance', 'Hours', 0.34, 24.0, 'Usage'),
  (92, 93, 'AWS', 'Amazon Web Services, Inc.', 'Amazon Simple Storage Service', 'Storage', '$0.023 per GB - first 50 TB / month of storage used', 'bucket', 'GB-Months', 0.023, 40.0, 'Usage'),
  (94, 94, 'AWS', 'Amazon Web Services, Inc.', 'Elastic Load Balancing', 'Networking', '$0.008 per used Application load balancer capacity unit-hour (or partial hour)', null, 'LCU-Hours', 0.008, 30.0, 'Usage'),
  (95, 95, 'Microsoft', 'Microsoft', 'Virtual Machines', 'Compute', 'Reserved VM Instance, D4s v3, 1 Year', null, 'Hours', 90.0, 1.0, 'Purchase'),
  (96, 96, 'Microsoft', 'Microsoft', 'Tax', 'Other', 'Value added tax', null, 'Units', 14.0, 1.0, 'Tax'),
  (97, 97, 'Google Cloud', 'Google', 'Compute Engine', 'Compute', 'Promotional credit', null, 'Units', -6.0, 1.0, 'Credit'),
  (98, 98, 'AWS', 'Amazon Web Services, Inc.', 'Amazon Elastic Compute Cloud', 'Compute', 'Rounding of the invoice', null, 'Units', 0.01, 1.0, 'Adjustment')
),
place (provider, place_no, region, region_name) as (
  values ('Microsoft', 0, 'westeurope', 'West Europe'), ('Microsoft', 1, 'northeurope', 'North Europe'),
         ('Microsoft', 2, 'eastus', 'East US'), ('Google Cloud', 0, 'europe-west3', 'Frankfurt'),
         ('Google Cloud', 1, 'us-central1', 'Iowa'), ('Google Cloud', 2, 'europe-west2', 'London'),
         ('AWS', 0, 'eu-west-1', 'EU (Ireland)'), ('AWS', 1, 'us-east-2', 'US East (Ohio)'),
         ('AWS', 2, 'eu-central-1', 'EU (Frankfurt)')
),
draw as (
  select i, cast(hash(i * 16 + 11) % 99 as integer) as slot,
    cast(hash(i * 16 + 12) % 3 as integer) as place_no,
    cast(hash(i * 16 + 13) % 4 as integer) as account_no,
    cast(cast(getvariable('month') as timestamp) + to_days(cast(i * 30 // getvariable('lines') as integer)) as timestamp) as charge_start,
    0.5 + (hash(i * 16 + 14) % 1000) / 1000.0 as share
  from range(cast(getvariable('lines') as bigint)) as numbers (i)
),
charge as (
  select d.*, k.*, p.region, p.region_name,
    cast(round(case when category = 'Usage' then amount * share else amount end, 10) as decimal(24, 10)) as quantity,
    cast(round(case when category = 'Usage' then amount * share else amount end * price, 10) as decimal(24, 10)) as cost
  from draw d
  join charge_kind k on d.slot between k.slot_from and k.slot_to
  join place p on p.provider = k.provider and p.place_no = d.place_no
)
select
  cast(null as varchar) as "AvailabilityZone", cost as "BilledCost", 'demo-billing' as "BillingAccountId",
  'Example Billing' as "BillingAccountName", 'USD' as "BillingCurrency",
  strftime(cast(getvariable('month') as timestamp) + interval 1 month, '%Y-%m-%d %H:%M:%S') as "BillingPeriodEnd",
  strftime(cast(getvariable('month') as timestamp), '%Y-%m-%d %H:%M:%S') as "BillingPeriodStart",
  category as "ChargeCategory", cast(null as varchar) as "ChargeClass",
  case when provider = 'AWS' or category <> 'Usage' then description
       when provider = 'Microsoft' then concat(description, ' - ', region_name)
       else concat(description, ' in ', region_name) end as "ChargeDescription",
  case when category = 'Usage' then 'Usage-Based' else 'One-Time' end as "ChargeFrequency",
  strftime(charge_start + interval 1 day, '%Y-%m-%d %H:%M:%S') as "ChargePeriodEnd",
  strftime(charge_start, '%Y-%m-%d %H:%M:%S') as "ChargePeriodStart",
  cast(null as varchar) as "CommitmentDiscountCategory",
  case when category = 'Purchase' then 'reservation-1' end as "CommitmentDiscountId",
  cast(null as varchar) as "CommitmentDiscountName", cast(null as varchar) as "CommitmentDiscountStatus",
  cast(null as varchar) as "CommitmentDiscountType",
  case when category = 'Usage' then quantity end as "ConsumedQuantity",
  case when category = 'Usage' then unit end as "ConsumedUnit",
  cost as "ContractedCost", price as "ContractedUnitPrice",
  case when category = 'Purchase' then 0 else cost end as "EffectiveCost",
  publisher as "InvoiceIssuerName", cost as "ListCost", price as "ListUnitPrice",
  'Standard' as "PricingCategory", quantity as "PricingQuantity", unit as "PricingUnit",
  provider as "ProviderName", publisher as "PublisherName", region as "RegionId", region_name as "RegionName",
  concat('resource-', i % 300) as "ResourceId", cast(null as varchar) as "ResourceName",
  resource_type as "ResourceType", service_category as "ServiceCategory", service as "ServiceName",
  concat('SKU', slot) as "SkuId", cast(null as varchar) as "SkuPriceId",
  concat(lower(split_part(provider, ' ', 1)), '-team-', account_no) as "SubAccountId",
  concat('Team ', account_no) as "SubAccountName", cast(null as varchar) as "Tags"
from charge
order by i

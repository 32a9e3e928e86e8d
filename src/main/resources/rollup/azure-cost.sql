-- ---
-- columns:
--   ChargeType: {type: text, need: value}
--   UsageDate: {type: day, need: value, pattern: "%m/%d/%Y", headers: [Date]}
--   Cost: {type: fine-quantity, need: value, headers: [CostInBillingCurrency, Cost]}
--   BillingCurrency: {type: currency, need: value, headers: [BillingCurrency, BillingCurrencyCode, Currency]}
--   SubscriptionId: {type: text, need: column}
--   MeterCategory: {type: text, need: column}
--   MeterName: {type: text, need: column}
--   Quantity: {type: fine-quantity, need: column}
--   UnitOfMeasure: {type: text, need: column}
--   MeterSubCategory: {type: text, need: optional}
--   ProductName: {type: text, need: optional, headers: [ProductName, Product]}
--   ResourceLocation: {type: text, need: optional, headers: [ResourceLocation, Location]}
--   ConsumedService: {type: text, need: optional}
--   AdditionalInfo: {type: text, need: optional}
--   PricingModel: {type: text, need: optional}
--   PublisherType: {type: text, need: optional}
-- ---
-- Azure Cost Management cost details (EA and MCA, actual or amortised) to what was used per day, subscription,
-- service, region and kind. ANSI SQL for DuckDB and Trino over the relations azure_cost and cloud_instance
-- (provider, instance_type, vcpus, memory_gb). docs/billing-formats.md says what each charge means and where the
-- figures are from.
with charge_group as (
  select cast(UsageDate as date) as day,
    coalesce(SubscriptionId, '') as account,
    coalesce(MeterCategory, ConsumedService, '') as meter_category,
    coalesce(MeterSubCategory, '') as sub_category,
    coalesce(MeterName, ProductName, '') as meter_name,
    coalesce(ResourceLocation, '') as location,
    ChargeType as charge_type,
    PricingModel as model,
    PublisherType as publisher_type,
    case when Quantity is null then '' else coalesce(UnitOfMeasure, '') end as billed_unit,
    BillingCurrency as currency,
    case when MeterCategory = 'Virtual Machines' then split_part(split_part(AdditionalInfo, '"ServiceType"', 2), '"', 2) end as size,
    sum(cast(coalesce(Quantity, 0) as decimal(38, 15))) as amount,
    sum(cast(Cost as decimal(38, 15))) as cost,
    count(*) as lines,
    -- all lines of a size have as many
    regexp_extract(any_value(case when MeterCategory = 'Virtual Machines' then AdditionalInfo end), '"VCPUs" *: *"?([0-9]+)', 1) as vcpu_text
  from azure_cost
  group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12
),
-- What bills call a region, where it is not the region's id with blanks: microsoft/finops-toolkit 04d370f,
-- src/open-data/Regions.csv (MIT), OriginalValue and RegionId.
region_name (name, region_id) as (
  values
    ('aucentral', 'australiacentral'), ('australiac', 'australiacentral'), ('cbr', 'australiacentral'),
    ('aucentral2', 'australiacentral2'), ('australiac2', 'australiacentral2'), ('canberra2', 'australiacentral2'),
    ('cbr2', 'australiacentral2'), ('aue', 'australiaeast'), ('aueast', 'australiaeast'),
    ('australia_east', 'australiaeast'), ('eau', 'australiaeast'), ('sy', 'australiaeast'), ('syd', 'australiaeast'),
    ('sydney', 'australiaeast'), ('ausoutheast', 'australiasoutheast'), ('melbourne', 'australiasoutheast'),
    ('ml', 'australiasoutheast'), ('seau', 'australiasoutheast'), ('ate', 'austriaeast'), ('ateast', 'austriaeast'),
    ('austriae', 'austriaeast'), ('bec', 'belgiumcentral'), ('becentral', 'belgiumcentral'),
    ('belgiumc', 'belgiumcentral'), ('brsouth', 'brazilsouth'), ('bso', 'brazilsouth'), ('cq', 'brazilsouth'),
    ('saopaulo', 'brazilsouth'), ('sbr', 'brazilsouth'), ('brazilse', 'brazilsoutheast'), ('brse', 'brazilsoutheast'),
    ('brsoutheast', 'brazilsoutheast'), ('cac', 'canadacentral'), ('cacentral', 'canadacentral'),
    ('canandacentral', 'canadacentral'), ('cc', 'canadacentral'), ('centralcanada', 'canadacentral'),
    ('toronto', 'canadacentral'), ('yt', 'canadacentral'), ('cae', 'canadaeast'), ('caeast', 'canadaeast'),
    ('eastcanada', 'canadaeast'), ('montreal', 'canadaeast'), ('quebeccity', 'canadaeast'), ('yq', 'canadaeast'),
    ('inc', 'centralindia'), ('incentral', 'centralindia'), ('indiacentral', 'centralindia'), ('pn', 'centralindia'),
    ('cu', 'centralus'), ('cus', 'centralus'), ('dm', 'centralus'), ('uscentral', 'centralus'),
    ('chilec', 'chilecentral'), ('clc', 'chilecentral'), ('clcentral', 'chilecentral'), ('cneast', 'chinaeast'),
    ('sh', 'chinaeast'), ('chinae2', 'chinaeast2'), ('cneast2', 'chinaeast2'), ('sha', 'chinaeast2'),
    ('chinae3', 'chinaeast3'), ('cne3', 'chinaeast3'), ('cneast3', 'chinaeast3'), ('bj', 'chinanorth'),
    ('chnorth', 'chinanorth'), ('cnnorth', 'chinanorth'), ('bjs', 'chinanorth2'), ('chinan2', 'chinanorth2'),
    ('cnnorth2', 'chinanorth2'), ('chinan3', 'chinanorth3'), ('cnn3', 'chinanorth3'), ('cnnorth3', 'chinanorth3'),
    ('denmarke', 'denmarkeast'), ('dke', 'denmarkeast'), ('apeast', 'eastasia'), ('ase', 'eastasia'),
    ('asiaeast', 'eastasia'), ('ea', 'eastasia'), ('eas', 'eastasia'), ('east_asia', 'eastasia'), ('hk', 'eastasia'),
    ('hkg', 'eastasia'), ('hongkong', 'eastasia'), ('bl', 'eastus'), ('eu', 'eastus'), ('eus', 'eastus'),
    ('us_east', 'eastus'), ('useast', 'eastus'), ('bn', 'eastus2'), ('eastsu2', 'eastus2'), ('eu2', 'eastus2'),
    ('eus2', 'eastus2'), ('us2', 'eastus2'), ('useast2', 'eastus2'), ('useast3', 'eastus3'),
    ('ficentral', 'finlandcentral'), ('finlandc', 'finlandcentral'), ('flc', 'finlandcentral'),
    ('francec', 'francecentral'), ('frc', 'francecentral'), ('frcentral', 'francecentral'), ('par', 'francecentral'),
    ('paris', 'francecentral'), ('frances', 'francesouth'), ('frsouth', 'francesouth'), ('mrs', 'francesouth'),
    ('decentral', 'germanycentral'), ('fr', 'germanycentral'), ('den', 'germanynorth'), ('denorth', 'germanynorth'),
    ('germanyn', 'germanynorth'), ('denortheast', 'germanynortheast'), ('lg', 'germanynortheast'),
    ('dewc', 'germanywestcentral'), ('dewestcentral', 'germanywestcentral'), ('dwc', 'germanywestcentral'),
    ('germanywc', 'germanywestcentral'), ('germanywcentral', 'germanywestcentral'), ('unassigned', 'global'),
    ('grcentral', 'greececentral'), ('indiasc', 'indiasouthcentral'), ('insc', 'indiasouthcentral'),
    ('insouthcentral', 'indiasouthcentral'), ('idc', 'indonesiacentral'), ('idcentral', 'indonesiacentral'),
    ('indonesiac', 'indonesiacentral'), ('ilc', 'israelcentral'), ('ilcentral', 'israelcentral'),
    ('israelc', 'israelcentral'), ('italyn', 'italynorth'), ('itn', 'italynorth'), ('itnorth', 'italynorth'),
    ('eastjapan', 'japaneast'), ('jaeast', 'japaneast'), ('japan_east', 'japaneast'), ('jpe', 'japaneast'),
    ('tokyo', 'japaneast'), ('ty', 'japaneast'), ('jawest', 'japanwest'), ('jpw', 'japanwest'), ('os', 'japanwest'),
    ('osaka', 'japanwest'), ('incentraljio', 'jioindiacentral'), ('jinc', 'jioindiacentral'),
    ('jioinc', 'jioindiacentral'), ('inwestjio', 'jioindiawest'), ('jinw', 'jioindiawest'),
    ('jioinw', 'jioindiawest'), ('krc', 'koreacentral'), ('krcentral', 'koreacentral'), ('se', 'koreacentral'),
    ('krs', 'koreasouth'), ('krsouth', 'koreasouth'), ('ps', 'koreasouth'), ('malaysiaw', 'malaysiawest'),
    ('myw', 'malaysiawest'), ('mywest', 'malaysiawest'), ('mexicoc', 'mexicocentral'), ('mxc', 'mexicocentral'),
    ('mxcentral', 'mexicocentral'), ('newzealandn', 'newzealandnorth'), ('nzn', 'newzealandnorth'),
    ('nznorth', 'newzealandnorth'), ('ch', 'northcentralus'), ('chicago', 'northcentralus'),
    ('ncus', 'northcentralus'), ('usnorth', 'northcentralus'), ('usnorthcentral', 'northcentralus'),
    ('db', 'northeurope'), ('dublin', 'northeurope'), ('eunorth', 'northeurope'), ('europenorth', 'northeurope'),
    ('ne', 'northeurope'), ('neu', 'northeurope'), ('north_europe', 'northeurope'), ('noe', 'norwayeast'),
    ('noeast', 'norwayeast'), ('norwaye', 'norwayeast'), ('norwayw', 'norwaywest'), ('now', 'norwaywest'),
    ('nowest', 'norwaywest'), ('plc', 'polandcentral'), ('plcentral', 'polandcentral'), ('polandc', 'polandcentral'),
    ('qac', 'qatarcentral'), ('qacentral', 'qatarcentral'), ('qatarc', 'qatarcentral'),
    ('qatarentral', 'qatarcentral'), ('saeast', 'saudiarabiaeast'), ('singaporec', 'singaporecentral'),
    ('singc', 'singaporecentral'), ('jnb', 'southafricanorth'), ('johannesburg', 'southafricanorth'),
    ('san', 'southafricanorth'), ('sanorth', 'southafricanorth'), ('southafrican', 'southafricanorth'),
    ('zanorth', 'southafricanorth'), ('cpt', 'southafricawest'), ('sawest', 'southafricawest'),
    ('southafricaw', 'southafricawest'), ('zawest', 'southafricawest'), ('sanantonio', 'southcentralus'),
    ('scus', 'southcentralus'), ('sn', 'southcentralus'), ('ussouth', 'southcentralus'),
    ('ussouthcentral', 'southcentralus'), ('usstagesc', 'southcentralusstg'), ('ustsc', 'southcentralusstg'),
    ('apsoutheast', 'southeastasia'), ('asiasoutheast', 'southeastasia'), ('sea', 'southeastasia'),
    ('seas', 'southeastasia'), ('sg', 'southeastasia'), ('singapore', 'southeastasia'),
    ('southeast_asia', 'southeastasia'), ('southsoutheastasia', 'southeastasia'), ('indiasouth', 'southindia'),
    ('ins', 'southindia'), ('insouth', 'southindia'), ('ma', 'southindia'), ('sin', 'southindia'),
    ('esc', 'spaincentral'), ('escentral', 'spaincentral'), ('spainc', 'spaincentral'), ('sec', 'swedencentral'),
    ('secentral', 'swedencentral'), ('swedenc', 'swedencentral'), ('ses', 'swedensouth'), ('sesouth', 'swedensouth'),
    ('swedens', 'swedensouth'), ('ch north', 'switzerlandnorth'), ('chn', 'switzerlandnorth'),
    ('switzerlandn', 'switzerlandnorth'), ('chw', 'switzerlandwest'), ('chwest', 'switzerlandwest'),
    ('switzerlandw', 'switzerlandwest'), ('taiwann', 'taiwannorth'), ('twn', 'taiwannorth'),
    ('twnorth', 'taiwannorth'), ('aecentral', 'uaecentral'), ('auh', 'uaecentral'), ('uaec', 'uaecentral'),
    ('aen', 'uaenorth'), ('aenorth', 'uaenorth'), ('dubai', 'uaenorth'), ('dxb', 'uaenorth'), ('uaen', 'uaenorth'),
    ('mm', 'uknorth'), ('gbs', 'uksouth'), ('ln', 'uksouth'), ('london', 'uksouth'), ('uks', 'uksouth'),
    ('unitedkingdomsouth', 'uksouth'), ('unitedkingdomsouth2', 'uksouth'), ('lo', 'uksouth2'), ('cw', 'ukwest'),
    ('ukw', 'ukwest'), ('dd', 'usdodcentral'), ('bd', 'usdodeast'), ('phx', 'usgovarizona'), ('usa', 'usgovarizona'),
    ('usgovaz', 'usgovarizona'), ('usgovsouthwest', 'usgovarizona'), ('usgovsw', 'usgovarizona'),
    ('ussgovarizona', 'usgovarizona'), ('usgovcentral', 'usgoviowa'), ('usgovsc', 'usgovtexas'),
    ('usgovsouthcentral', 'usgovtexas'), ('usgovtx', 'usgovtexas'), ('usgoveast', 'usgovvirginia'),
    ('usv', 'usgovvirginia'), ('usgovwc', 'usgovwyoming'), ('usse', 'usseceast'), ('ussece', 'usseceast'),
    ('ussecw', 'ussecwest'), ('ussw', 'ussecwest'), ('ussecwc', 'ussecwestcentral'), ('usswc', 'ussecwestcentral'),
    ('dallas', 'ussouthcentral'), ('cy', 'westcentralus'), ('uswestcentral', 'westcentralus'),
    ('wcu', 'westcentralus'), ('wcus', 'westcentralus'), ('am', 'westeurope'), ('am2', 'westeurope'),
    ('amsterdam', 'westeurope'), ('europe', 'westeurope'), ('europewest', 'westeurope'), ('euwest', 'westeurope'),
    ('we', 'westeurope'), ('west_europe', 'westeurope'), ('weu', 'westeurope'), ('bm', 'westindia'),
    ('indiawest', 'westindia'), ('inw', 'westindia'), ('inwest', 'westindia'), ('mumbai', 'westindia'),
    ('mumbai2', 'westindia'), ('by', 'westus'), ('siliconvalley', 'westus'), ('us_west', 'westus'),
    ('uswest', 'westus'), ('wu', 'westus'), ('wus', 'westus'), ('mwh', 'westus2'), ('seattle', 'westus2'),
    ('uswest2', 'westus2'), ('wu2', 'westus2'), ('wus2', 'westus2'), ('usw3', 'westus3'), ('uswest3', 'westus3'),
    ('wus3', 'westus3')
),
named_group as (
  select g.*,
    lower(coalesce(publisher_type, '')) as publisher,
    lower(sub_category || ' - ' || meter_name) as named,
    case when lower(location) = 'ch north' then 'ch north' else replace(lower(location), ' ', '') end as place,
    -- "100 Hours" counts hours: Quantity is in single units, whatever the block that a price is for.
    regexp_replace(lower(trim(billed_unit)), '^[0-9]+[km]?( |/|$)[ /]*', '') as measured_in,
    coalesce(nullif(size, ''), nullif(regexp_extract(meter_name, '^([A-Za-z]+[0-9]+[A-Za-z0-9-]*( v[0-9]+)?)', 1), '')) as size_name,
    case when sub_category like '%Managed Disks%' and lower(meter_name) not like '%mount%'
      then nullif(regexp_extract(meter_name, '^([PES][0-9]+) ', 1), '') end as disk_tier,
    case when charge_type = 'Usage' then 'usage' else 'not-usage' end as disposition,
    case when charge_type in ('UnusedReservation', 'UnusedSavingsPlan') then 'commitment-unused'
         when charge_type = 'Purchase' and lower(replace(model, ' ', '')) in ('reservation', 'savingsplan') then 'commitment-fee'
         when charge_type = 'RoundingAdjustment' then 'rounding'
         when charge_type in ('Purchase', 'Refund', 'Tax', 'Credit', 'Adjustment') then lower(charge_type)
         else 'unknown:' || charge_type end as reason
  from charge_group g
),
typed_group as (
  select n.*,
    replace(regexp_replace(size_name, '^(Standard|Basic)_', ''), '_', ' ') as instance_name,
    try_cast(nullif(vcpu_text, '') as decimal(12, 3)) as line_vcpus,
    try_cast(nullif(regexp_extract(meter_name, '^([0-9]+) vCore', 1), '') as decimal(12, 3)) as meter_vcores,
    case when measured_in in ('hour', 'hours', 'hora', '小时', 'instance hours', 'core hours', 'core hrs') then 'hours'
         when measured_in in ('second', 'seconds') then 'seconds'
         when measured_in in ('gb/month', 'gib/month', 'gb / month', 'gb/mes', 'gb/月') then 'gb-months'
         when measured_in in ('tb/month', 'tib/month') then 'tb-months'
         when measured_in in ('gb/hour', 'gib/hour', 'gb hour', 'gb hours', 'gib hour', 'gb/hora') then 'gb-hours'
         when measured_in in ('gb second', 'gb seconds') then 'gb-seconds'
         when measured_in in ('gb', 'gib') then 'gb'
         when measured_in in ('tb', 'tib') then 'tb'
         when measured_in in ('month', 'months', 'mes', 'por mes') then 'months'
         else 'other' end as unit_class
  from named_group n
),
measured_group as (
  select t.*, meter_category as service, coalesce(r.region_id, t.place) as region, 'azure' as supplier,
    1 as nodes, coalesce(line_vcpus, meter_vcores) as own_vcpus, cast(null as decimal(12, 3)) as own_memory_gb,
    meter_name as other_name, measured_in as other_unit,
    case
      when publisher = 'marketplace' then 'other'
      when meter_category = 'Virtual Machines' and unit_class = 'hours' and instance_name is not null
        and named not like '%license%' then 'instance'
      when named like '%license%' then 'other'
      when named like '%vcpu duration%' or named like '%vcpu active usage%' then
        case unit_class when 'hours' then 'vcpu' when 'seconds' then 'vcpu-seconds' else 'other' end
      when named like '%vcore%' and unit_class = 'hours' and named not like '%storage%' then
        case when meter_vcores is null then 'vcpu' else 'vcores' end
      when named like '%memory duration%' or named like '%memory active usage%' or meter_category = 'Functions' then
        case unit_class when 'gb-hours' then 'memory' when 'gb-seconds' then 'memory-seconds' else 'other' end
      when disk_tier is not null and unit_class = 'months' then 'disks'
      when unit_class in ('gb-months', 'tb-months') and named not like '%early delet%' then unit_class
      when unit_class = 'gb-hours' and named like '%provisioned capacity%' then 'gb-hours'
      when unit_class in ('gb', 'tb') and (named like '%data transfer out%' or named like '%egress%') then
        case unit_class when 'gb' then 'network' else 'network-tb' end
      else 'other'
    end as measure,
    case
      when substr(disk_tier, 1, 1) in ('P', 'E') then 'ssd'
      when disk_tier is not null then 'hdd'
      when named like '%snapshot%' or named like '%backup%' or meter_category = 'Backup' then 'hdd'
      when named like '%premium%' or named like '%ssd%' or named like '%ultra%' or meter_category like '%SQL%'
        or meter_category like '%Database%' or meter_category like '%Cosmos%' or meter_category = 'Azure NetApp Files' then 'ssd'
      when named like '%data stored%' or named like '%data retention%' then 'hdd'
    end as medium,
    case
      when meter_category like '%MySQL%' then 'database_mysql'
      when meter_category like '%Cosmos%' then 'cosmos_db'
      when meter_category like 'SQL %' then 'sql_db'
      when sub_category like '%Managed Disks%' or sub_category like '%Ultra Disks%' then 'storage_disks'
      when named like '%gzrs%' then 'storage_gzrs'
      when named like '%grs%' then 'storage_grs'
      when named like '%zrs%' then 'storage_zrs'
      when named like '%lrs%' then 'storage_lrs'
      else 'default'
    end as storage_class,
    -- include: azure-disk
  from typed_group t
  left join region_name r on r.name = t.place
),
-- include: activity

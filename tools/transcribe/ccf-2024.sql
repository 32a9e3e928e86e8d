-- Cloud Carbon Footprint, constants of 2024-03: energy coefficients, PUE, replication, lifetimes. Its
-- grid factors stand in ccf-2024-grid.sql, since only its own profile uses them.
create table rows as
  select 1 as part, provider || '/' || slug(processor) || ':min-watts' as id,
         'cloud.processor.min-watts' as kind, processor(processor) as subject, provider as place,
         'vCPU' as per_unit, 'W' as unit, min_watts_per_vcpu as value,
         'processors.csv' as table_name, provider || ',' || processor as row_name,
         if(processor = 'AWS Graviton2', 'not measured: the values of AMD EPYC 2nd Gen', '') as note
  from original('/cloud/ccf-2024/processors.csv') where kind = 'cpu'
  union all
  select 2, provider || '/' || slug(processor) || ':max-watts', 'cloud.processor.max-watts',
         processor(processor), provider, 'vCPU', 'W', max_watts_per_vcpu, 'processors.csv',
         provider || ',' || processor,
         if(processor = 'AWS Graviton2', 'not measured: the values of AMD EPYC 2nd Gen', '')
  from original('/cloud/ccf-2024/processors.csv') where kind = 'cpu'
  union all
  select 3, provider || ':' || slug(name), k.kind, '', provider, k.per_unit, k.unit,
         plain(value::decimal(18, 9) * k.scale), 'defaults.csv', provider || ',' || name, k.note
  from original('/cloud/ccf-2024/defaults.csv') join (values
    ('min_watts_avg', 'cloud.processor.min-watts', 'vCPU', 'W', 1.000, 'average of the provider'),
    ('max_watts_avg', 'cloud.processor.max-watts', 'vCPU', 'W', 1.000, 'average of the provider'),
    ('min_watts_median', 'cloud.processor.min-watts', 'vCPU', 'W', 1.000, 'median of the provider'),
    ('max_watts_median', 'cloud.processor.max-watts', 'vCPU', 'W', 1.000, 'median of the provider'),
    ('ssdcoefficient', 'cloud.storage.ssd.energy', 'TB-h', 'Wh', 1.000, ''),
    ('hddcoefficient', 'cloud.storage.hdd.energy', 'TB-h', 'Wh', 1.000, ''),
    ('networking_coefficient', 'cloud.network.energy', 'GB', 'kWh', 1.000, ''),
    ('memory_coefficient', 'cloud.memory.energy', 'GB-h', 'kWh', 1.000, ''),
    ('avg_cpu_utilization_2020', 'cloud.utilisation', '1', '1', 0.010, 'percent as a share'),
    ('server_expected_lifespan', 'cloud.server.lifetime', 'server', 'h', 1.000, '4 years'),
    ('memory_avg', 'cloud.processor.memory', '1', 'GB', 1.000, 'per chip, average of the provider')
  ) as k(name, kind, per_unit, unit, scale, note) using (name)
  union all
  select 4, 'pue:' || provider || if(region = '*', '', '/' || region), 'cloud.pue', '',
         provider || if(region = '*', '', '/' || region), '1', '1', pue, 'pue.csv',
         provider || ',' || region, if(region = '*', 'average of the provider', '')
  from original('/cloud/ccf-2024/pue.csv')
  union all
  select 5, 'replication:' || provider || '/' || storage, 'cloud.storage.replication',
         if(storage = 'default', '', storage), provider, '1', '1', factor, 'replication.csv',
         provider || ',' || storage, if(storage = 'default', 'where no storage class is given', '')
  from original('/cloud/ccf-2024/replication.csv')
  union all
  select 6, provider || '/' || slug(processor) || ':memory', 'cloud.processor.memory',
         processor(processor), provider, '1', 'GB', memory_gb_per_chip, 'processors.csv',
         provider || ',' || processor, 'per chip'
  from original('/cloud/ccf-2024/processors.csv') where memory_gb_per_chip is not null
  union all
  select 7, provider || '/' || slug(processor) || ':' || bound, 'cloud.gpu.' || bound, processor,
         provider, '1', 'W', if(bound = 'min-watts', min_watts_per_vcpu, max_watts_per_vcpu),
         'processors.csv', provider || ',' || processor, 'per GPU'
  from original('/cloud/ccf-2024/processors.csv'),
    (values ('min-watts'), ('max-watts')) as b(bound) where kind = 'gpu';
select 'ccf-2024:' || id as id, kind, subject, place, '' as valid_from, '' as valid_to, per_unit,
       unit, value, '' as co2, '' as ch4, '' as n2o, '' as biogenic_co2, '' as gwp_set,
       'Cloud Carbon Footprint' as publisher, 'b7a049c (2024-03-25)' as edition, table_name,
       row_name, 'Apache-2.0' as licence, note
from rows order by part, id;

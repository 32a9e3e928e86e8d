-- What was measured, as activities. Reads measured_group:
--   day, account, service, region, supplier, currency, amount (as billed), cost, lines
--   disposition: usage or not-usage, the latter with its reason
--   measure: what the amount counts, see counted_group below and docs/billing-formats.md
--   instance_name, nodes (machines that an hour is of), own_vcpus and own_memory_gb (where lines tell them)
--   medium (ssd, hdd or null), storage_class, disk_gb (of one disk)
--   other_name, other_unit: of what stays as it is billed
-- A provider's GB has 2^30 bytes (docs/units.md): GiB-h and GiB are handed on.
instance as (
  select provider, lower(instance_type) as instance_type, max(cast(vcpus as decimal(12, 3))) as vcpus,
    max(cast(memory_gb as decimal(12, 3))) as memory_gb
  from cloud_instance group by 1, 2
),
sized_group as (
  select m.*, coalesce(m.own_vcpus, i.vcpus) as vcpus, coalesce(m.own_memory_gb, i.memory_gb) as memory_gb,
    cast(24 * extract(day from date_trunc('month', day) + interval '1' month - interval '1' day)
      as decimal(5, 0)) as month_hours
  from measured_group m
  -- Equalities alone, so that the engine can hash: a condition on the group beside them makes it try all pairs.
  left join instance i
    on i.provider = case when m.measure = 'instance' then m.supplier end and i.instance_type = lower(m.instance_name)
),
counted_group as (
  select s.*,
    case when disposition = 'not-usage' then 'none'
         when measure in ('instance', 'vcores') and vcpus is null then 'other'
         when measure = 'disks' and disk_gb is null then 'other'
         when measure in ('gb-months', 'tb-months', 'gb-hours', 'byte-hours', 'disks') and medium is null then 'other'
         else measure end as counted_as,
    case when measure in ('instance', 'vcores', 'vcpu', 'vcpu-seconds', 'ocpu', 'function', 'dpu') then 'compute'
         when measure in ('gb-months', 'tb-months', 'gb-hours', 'byte-hours', 'disks') then 'storage'
         when measure in ('memory', 'memory-seconds') then 'memory'
         when measure in ('network', 'network-tb') then 'network' end as family
  from sized_group s
),
-- An instance, a function and a DPU are processor and memory: part 1 carries cost and lines, part 2 the memory.
activity as (
  select disposition, supplier,
    case when part.number = 2 then 'cloud.memory'
         when counted_as = 'none' then reason
         when counted_as = 'other' then 'cloud.other'
         when family = 'storage' then 'cloud.storage.' || medium
         else 'cloud.' || coalesce(family, measure) end as kind,
    case when counted_as = 'instance' then instance_name
         when counted_as = 'other' then other_name
         when counted_as <> 'none' and family = 'storage' then storage_class
         else '' end as subject,
    -- Whole factors keep the decimals of the amount, others give twelve.
    case
      when counted_as = 'none' then 0
      when counted_as = 'instance' and part.number = 1 then cast(amount * nodes * vcpus as decimal(38, 12))
      when counted_as = 'instance' then cast(amount * nodes * memory_gb as decimal(38, 12))
      when counted_as = 'vcores' then cast(amount * vcpus as decimal(38, 12))
      when counted_as = 'ocpu' then amount * 2
      when counted_as = 'function' and part.number = 1
        then cast(cast(amount as decimal(38, 12)) * 0.000160793919979901 as decimal(38, 12))
      when counted_as in ('vcpu-seconds', 'memory-seconds', 'function')
        then cast(cast(amount as decimal(38, 12)) * 0.000277777777777778 as decimal(38, 12))
      when counted_as = 'dpu' and part.number = 1 then amount * 4
      when counted_as = 'dpu' then amount * 16
      when counted_as in ('gb-months', 'tb-months') then amount * month_hours
      when counted_as = 'disks' then amount * disk_gb * month_hours
      -- 2^-30 as three times 2^-10, which has ten decimals.
      when counted_as = 'byte-hours' then cast(cast(cast(cast(amount as decimal(38, 6)) * 0.0009765625
        as decimal(38, 10)) * 0.0009765625 as decimal(38, 15)) * 0.0009765625 as decimal(38, 12))
      else amount end as quantity,
    case when counted_as = 'none' then ''
         when counted_as = 'other' then coalesce(nullif(other_unit, ''), 'unit')
         when part.number = 2 or family = 'memory' then 'GiB-h'
         when family = 'compute' then 'vCPU-h'
         when counted_as = 'tb-months' then 'TiB-h'
         when family = 'storage' then 'GiB-h'
         when counted_as = 'network-tb' then 'TiB'
         else 'GiB' end as unit,
    day, account, service, region, currency,
    case when part.number = 1 then cost else 0 end as cost,
    case when part.number = 1 then lines else 0 end as lines
  from counted_group
  cross join (values (1), (2)) as part (number)
  where part.number = 1 or counted_as in ('function', 'dpu') or counted_as = 'instance' and memory_gb is not null
)
select disposition, kind, subject, sum(quantity) as quantity, unit,
  day, account, service, region, supplier, sum(cost) as cost, currency, cast(sum(lines) as bigint) as lines
from activity
group by disposition, kind, subject, unit, day, account, service, region, supplier, currency

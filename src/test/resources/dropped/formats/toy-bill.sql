-- ---
-- columns:
--   LineKind: {type: text, need: value, headers: [line kind]}
--   Day: {type: day, need: value, pattern: "%d.%m.%Y"}
--   CpuHours: {type: quantity, need: value, headers: [cpu hours]}
--   Price: {type: quantity, need: value}
-- ---
select case when LineKind = 'use' then 'usage' else 'not-usage' end as disposition,
  case when LineKind = 'use' then 'cloud.compute' else 'unknown:' || LineKind end as kind,
  '' as subject, sum(CpuHours) as quantity, 'vCPU-h' as unit, cast(Day as date) as day, 'all' as account,
  'compute' as service, 'eu-toy-1' as region, 'toy' as supplier, sum(Price) as cost, 'EUR' as currency, count(*) as lines
from toy_bill
group by LineKind, Day

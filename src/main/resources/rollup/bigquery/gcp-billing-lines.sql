-- How many rows a month of use has, counted apart from rolling them up.
select count(*) as lines
from `${table}`
where _PARTITIONTIME >= cast(@first_day as timestamp)
  and usage_start_time >= cast(@first_day as timestamp) and usage_start_time < cast(@next_month as timestamp)
  and export_time <= cast(@exported_until as timestamp)

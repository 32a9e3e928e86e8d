-- The months of use that rows exported since a day belong to, with what tells whether a month has changed: Google only
-- appends rows, each with a later export_time. Reads two columns of the partitions since that day.
select substr(cast(usage_start_time as string), 1, 7) as month, count(*) as lines,
  cast(max(export_time) as string) as exported_until
from `${table}`
where _PARTITIONTIME >= cast(@first_day as timestamp)
group by 1
order by 1

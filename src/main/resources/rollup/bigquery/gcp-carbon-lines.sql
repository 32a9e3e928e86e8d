-- How many rows a month has, counted apart from adding them up.
select count(*) as lines from `${table}` where usage_month = cast(@first_day as date)

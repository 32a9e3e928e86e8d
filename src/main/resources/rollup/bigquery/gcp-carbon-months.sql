-- The months that Google has reported, with what tells whether one has changed: its model and its sum.
select substr(cast(usage_month as string), 1, 7) as month, count(*) as lines,
  cast(max(carbon_model_version) as string) || ', '
    || cast(round(sum(cast(coalesce(carbon_footprint_total_kgCO2e.location_based, 0) as bignumeric)), 9) as string) || ', '
    || cast(round(sum(cast(coalesce(carbon_footprint_total_kgCO2e.market_based, 0) as bignumeric)), 9) as string)
    as exported_until
from `${table}`
where usage_month >= cast(@first_day as date)
group by 1
order by 1

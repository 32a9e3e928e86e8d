-- Cloud Carbon Footprint, constants of 2024-03: grid intensity of AWS and Azure regions, for the profile
-- that continues its figures. Its average for regions it does not know is left out: a region that is not
-- known has no factor.
select 'ccf-2024-grid:' || provider || '/' || lower(region) as id, 'grid.location' as kind,
       '' as subject, provider || '/' || lower(region) as place, '' as valid_from, '' as valid_to,
       'kWh' as per_unit, 'kg CO2e' as unit,
       plain(metric_tons_per_kwh::decimal(24, 12) * 1000.0) as value, '' as co2, '' as ch4,
       '' as n2o, '' as biogenic_co2, '' as gwp_set, 'Cloud Carbon Footprint' as publisher,
       'b7a049c (2024-03-25)' as edition, 'grid.csv' as table_name, provider || ',' || region as row_name,
       'Apache-2.0' as licence, '' as note
from original('/cloud/ccf-2024/grid.csv') where region <> 'Unknown' order by provider, place;

-- Google Cloud: grid carbon intensity by region and year. A figure of 0 is a figure.
select 'google-' || year || ':' || region as id, 'grid.location' as kind, '' as subject,
       'gcp/' || region as place, year || '-01-01' as valid_from, (year + 1) || '-01-01' as valid_to,
       'kWh' as per_unit, 'kg CO2e' as unit, plain(grams::decimal(12, 4) * 0.001) as value,
       '' as co2, '' as ch4, '' as n2o, '' as biogenic_co2, '' as gwp_set,
       'Google' as publisher, 'region-carbon-info ' || year as edition,
       'data/yearly/' || year || '.csv' as table_name, region as row_name, 'Apache-2.0' as licence,
       case when year < 2021 then 'lifecycle emissions' else 'operational emissions' end as note
from google_intensity()
order by year, region;

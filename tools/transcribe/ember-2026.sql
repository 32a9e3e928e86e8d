-- Ember's yearly grid intensity by cloud region, as the spruce project joined it, and by country
-- where all regions of a country agree. Google's regions only where Google itself publishes nothing.
create table ember as
  select column0 as provider, column1 as region, column2 as grams, row_number() over () as line
  from read_csv(getvariable('shared') || '/factors/ember-by-region/ember_co2_intensity.csv',
                all_varchar = true, header = false, comment = '#',
                names = ['column0', 'column1', 'column2']);
create table doc as
  select json from read_json_objects(
    getvariable('shared') || '/factors/ember-by-region/cloud_regions.json', format = 'unstructured');
create table located as
  select e.*, json_extract_string(json,
           '/' || provider || '/cloud_regions/' || region || '/country') as country,
         json_extract_string(json,
           '/' || provider || '/cloud_regions/' || region || '/metro_area') as city
  from ember e, doc;
create table national as
  select country, min(grams) as grams, count(*) as regions from located
  where city <> 'Hong Kong' group by country having count(distinct grams) = 1;
select id, 'grid.location' as kind, '' as subject, place, '2024-01-01' as valid_from,
       '2026-01-01' as valid_to, 'kWh' as per_unit, 'kg CO2e' as unit,
       plain(grams::decimal(12, 4) * 0.001) as value, '' as co2, '' as ch4, '' as n2o,
       '' as biogenic_co2, '' as gwp_set, 'Ember' as publisher,
       'Yearly electricity data, latest year per country as of 2026-07-20' as edition, table_name,
       row_name, 'CC-BY-4.0' as licence, note
from (
  select 1 as part, line, 'ember-2026:' || provider || '/' || region as id,
         provider || '/' || region as place, grams,
         'ember_co2_intensity.csv (DigitalPebble/spruce 8840d3c)' as table_name,
         provider || ',' || region as row_name,
         'lifecycle; data year 2025, or 2024 where that is the latest'
           || case when country = 'United States' and grams = '384.4'
                   then '; this is the average of the United States: the edition did not resolve the state'
                   when city = 'Hong Kong' then '; the edition carries China for Hong Kong'
                   else '' end as note
  from located where provider <> 'gcp' or region not in (select region from google_intensity())
  union all
  select 2, row_number() over (order by country_code(country)),
         'ember-2026:' || country_code(country), country_code(country), grams,
         'ember_co2_intensity.csv (DigitalPebble/spruce 8840d3c)', country,
         'lifecycle; data year 2025, or 2024 where that is the latest; the same for all '
           || regions || ' cloud regions of the country'
  from national)
order by part, line;

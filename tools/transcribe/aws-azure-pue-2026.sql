-- PUE by region as AWS and Microsoft publish it; AWS's geography patterns become real region ids.
create table region as
  select column0 as provider, column1 as id
  from read_csv(getvariable('shared') || '/factors/ember-by-region/ember_co2_intensity.csv',
                all_varchar = true, header = false, comment = '#',
                names = ['column0', 'column1', 'column2']);
create table published as
  select provider, c0 as name, c1 as pattern, c2 as pue from (
    select 'aws' as provider, * from read_csv(
      getvariable('shared') || '/factors/ember-by-region/aws-pue-wue.csv', all_varchar = true,
      header = false, comment = '#', null_padding = true, names = ['c0', 'c1', 'c2', 'c3'])
    union all
    select 'azure', * from read_csv(
      getvariable('shared') || '/factors/ember-by-region/azure-pue-wue.csv', all_varchar = true,
      header = false, comment = '#', null_padding = true, names = ['c0', 'c1', 'c2', 'c3']))
  where pue <> '';
create table chosen as
  select r.provider, r.id, p.name, p.pattern, p.pue
  from region r join published p
    on p.provider = r.provider and regexp_full_match(r.id, p.pattern)
  qualify row_number() over (partition by r.provider, r.id order by p.pattern = r.id desc) = 1;
select provider || '-pue-2026:' || id as id, 'cloud.pue' as kind, '' as subject,
       provider || '/' || id as place, '' as valid_from, '' as valid_to, '1' as per_unit,
       '1' as unit, pue as value, '' as co2, '' as ch4, '' as n2o, '' as biogenic_co2,
       '' as gwp_set, if(provider = 'aws', 'Amazon Web Services', 'Microsoft') as publisher,
       'as of 2026-07-20' as edition,
       provider || '-pue-wue.csv (DigitalPebble/spruce 8840d3c)' as table_name,
       trim(name) || ' ' || pattern as row_name, 'Apache-2.0' as licence,
       if(pattern = id, '', 'average of the geography') as note
from chosen order by provider, id;

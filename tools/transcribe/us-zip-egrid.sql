-- ZIP code -> eGRID subregions, main one first; neighbouring codes alike are one row. Only the map.
-- A code listed twice has the subregions of both rows, in the order of the list.
create table listed as
  select row_number() over () as line, zip::int as zip, first, second, third
  from read_csv(getvariable('shared') || '/factors/egrid-verifi/zip_to_subregion.csv',
                header = true, auto_detect = false, delim = ',', null_padding = true,
                columns = {'text': 'varchar', 'zip': 'varchar', 'state': 'varchar',
                           'first': 'varchar', 'second': 'varchar', 'third': 'varchar'});
create table zone as
  select zip, zone, min(line * 3 + place) as place
  from (select zip, line, unnest([first, second, third]) as zone, unnest([0, 1, 2]) as place
        from listed)
  where zone is not null and zone not in ('', 'U.S. AVERAGE') group by zip, zone;
create table zip as
  select zip, string_agg(zone, ' ' order by place) as zones from zone group by zip;
create table runs as
  select *, zip - row_number() over (partition by zones order by zip) as run from zip;
select lpad(min(zip)::varchar, 5, '0') as zip_from, lpad(max(zip)::varchar, 5, '0') as zip_to,
       zones as subregions
from runs group by zones, run order by 1;

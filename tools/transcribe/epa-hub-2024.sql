-- US EPA GHG Emission Factors Hub 2024: table 1 (stationary combustion) and table 6 (eGRID2022).
create table sheet as
  select row_number() over () as line, column02 as name, column01 as mark, column03 as heat,
         column04 as co2_mmbtu, column05 as ch4_mmbtu, column06 as n2o_mmbtu,
         column07 as co2_unit, column08 as ch4_unit, column09 as n2o_unit
  from read_csv(getvariable('shared') || '/factors/epa-hub-2024/Emission_Factors_Hub.csv',
                all_varchar = true, header = false, null_padding = true, parallel = false,
                auto_detect = false, delim = ',', quote = '"', escape = '"', strict_mode = false,
                columns = {'column00': 'varchar', 'column01': 'varchar', 'column02': 'varchar',
                           'column03': 'varchar', 'column04': 'varchar', 'column05': 'varchar',
                           'column06': 'varchar', 'column07': 'varchar', 'column08': 'varchar',
                           'column09': 'varchar', 'column10': 'varchar', 'column11': 'varchar',
                           'column12': 'varchar', 'column13': 'varchar', 'column14': 'varchar',
                           'column15': 'varchar', 'column16': 'varchar', 'column17': 'varchar',
                           'column18': 'varchar', 'column19': 'varchar', 'column20': 'varchar',
                           'column21': 'varchar', 'column22': 'varchar', 'column23': 'varchar',
                           'column24': 'varchar', 'column25': 'varchar', 'column26': 'varchar'});
create table fuel as
  select line, regexp_replace(name, '\s+', ' ', 'g') as name, sheet.* exclude (line, name),
         last_value(case when name is not null and heat is null and co2_mmbtu is null
                         then regexp_replace(name, '\s+', ' ', 'g') end ignore nulls) over w as grp,
         last_value(case when heat like 'mmBtu per %' then substr(heat, 11) end ignore nulls)
           over w as unit
  from sheet
  where line between (select line from sheet where mark = 'Table 1')
                 and (select line from sheet where mark = 'Table 2')
  window w as (order by line rows unbounded preceding);
create table per as
  select line, name, grp, 'mmBtu' as per_unit, co2_mmbtu as co2, ch4_mmbtu as ch4, n2o_mmbtu as n2o
  from fuel where try_cast(co2_mmbtu as double) is not null
  union all
  select line, name, grp, map {'short ton': 'short-ton', 'scf': 'scf', 'gallon': 'gal'}[unit],
         co2_unit, ch4_unit, n2o_unit
  from fuel where try_cast(co2_unit as double) is not null;
create table burnt as
  select *, grp like 'Biomass%' as biomass,
         case when grp like '%Kraft%' then 'kraft-pulping-liquor-' else '' end || slug(name) as subject
  from per;
select id, kind, subject, place, valid_from, valid_to, per_unit, unit, value, co2, ch4, n2o,
       biogenic_co2, gwp_set, publisher, edition, table_name, row_name, licence, note
from (
  select 1 as part, line, 'epa-hub-2024:t1:' || subject || ':' || lower(per_unit) as id,
         'stationary-combustion' as kind, subject, 'world' as place, '' as valid_from,
         '' as valid_to, per_unit, 'kg CO2e' as unit, '' as value,
         case when biomass then '' else plain(figure(co2)) end as co2,
         plain(figure(ch4) * 0.001) as ch4, plain(figure(n2o) * 0.001) as n2o,
         case when biomass then plain(figure(co2)) else '' end as biogenic_co2, '' as gwp_set,
         'US EPA' as publisher, 'GHG Emission Factors Hub 2024' as edition,
         'Table 1 Stationary Combustion' as table_name, name as row_name,
         'US Government work, public domain' as licence,
         case when biomass then 'CO2 from biomass; ' else '' end || grp
           || '; higher heating value; EPA weighs with AR5 (CH4 28, N2O 265)' as note
  from burnt
  union all
  select 2, row_number() over (), 'epa-hub-2024:t6:' || replace(subregion, ' ', '-'),
         'grid.location', '',
         case when subregion = 'US Average' then 'US' else 'egrid/' || subregion end,
         '2022-01-01', '2023-01-01', 'MWh', 'kg CO2e', '',
         plain(total_co2_lb_mwh::decimal(12, 6) * 0.45359237),
         plain(total_ch4_lb_mwh::decimal(12, 6) * 0.45359237),
         plain(total_n2o_lb_mwh::decimal(12, 6) * 0.45359237), '', '',
         'US EPA', 'GHG Emission Factors Hub 2024',
         'Table 6 Electricity (eGRID2022), total output', name, 'US Government work, public domain',
         'lb/MWh × 0.45359237 kg/lb'
  from original('/factors/epa-hub-2024/table6_egrid2022.csv'))
order by part, line, per_unit;

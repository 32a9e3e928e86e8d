-- US EPA GHG Emission Factors Hub 2024, tables 1 to 10 (there is no table 11 or 12 in the file).
create table sheet as
  select row_number() over () as line, column01 as mark, column02 as a, column03 as b, column04 as c,
         column05 as d, column06 as e, column07 as f, column08 as g, column09 as h
  from read_csv(getvariable('shared') || '/factors/epa-hub-2024/Emission_Factors_Hub.csv',
                all_varchar = true, header = false, null_padding = true, parallel = false,
                auto_detect = false, delim = ',', quote = '"', escape = '"', strict_mode = false,
                columns = {'column00': 'varchar',
                           'column01': 'varchar',
                           'column02': 'varchar',
                           'column03': 'varchar',
                           'column04': 'varchar',
                           'column05': 'varchar',
                           'column06': 'varchar',
                           'column07': 'varchar',
                           'column08': 'varchar',
                           'column09': 'varchar',
                           'column10': 'varchar',
                           'column11': 'varchar',
                           'column12': 'varchar',
                           'column13': 'varchar',
                           'column14': 'varchar',
                           'column15': 'varchar',
                           'column16': 'varchar',
                           'column17': 'varchar',
                           'column18': 'varchar',
                           'column19': 'varchar',
                           'column20': 'varchar',
                           'column21': 'varchar',
                           'column22': 'varchar',
                           'column23': 'varchar',
                           'column24': 'varchar',
                           'column25': 'varchar',
                           'column26': 'varchar'});
create table lines as
  select line, nr, regexp_replace(trim(a), '\s+', ' ', 'g') as a, trim(b) as b, trim(c) as c,
         trim(d) as d, trim(e) as e, trim(f) as f, trim(g) as g, trim(h) as h
  from (select *, last_value(regexp_extract(mark, '^Table (\d+)$', 1) ignore nulls) over
          (order by line rows unbounded preceding) as nr
        from (select * replace (if(mark like 'Table %', mark, null) as mark) from sheet));
create macro is_number(text) as try_cast(text as double) is not null;
create macro without_footnote(name) as regexp_replace(name, '\s?[A-E]$', '');
create macro grams(text) as plain(figure(text) * 0.001);

-- names: one slug for one thing, with DESNZ and EPA alike
create macro fuel(name) as coalesce(map {
  'Liquefied Petroleum Gases (LPG)': 'lpg', 'Biodiesel (100%)': 'biodiesel', 'Ethanol (100%)': 'ethanol',
  'Compressed Natural Gas (CNG)': 'cng', 'Liquefied Natural Gas (LNG)': 'lng', 'Diesel Fuel': 'diesel',
  'Diesel': 'diesel', 'Gasoline': 'motor-gasoline', 'Jet Fuel': 'kerosene-type-jet-fuel'}[name], slug(name));
create macro stuff(name) as coalesce(map {
  'Aluminum Cans': 'aluminium-cans', 'Aluminum Ingot': 'aluminium-ingot',
  'Mixed Paper (general)': 'mixed-paper', 'Mixed Paper (primarily residential)': 'mixed-paper/residential',
  'Mixed Paper (primarily from offices)': 'mixed-paper/offices', 'Food Waste': 'food',
  'Food Waste (non-meat)': 'food/non-meat', 'Food Waste (meat only)': 'food/meat',
  'Yard Trimmings': 'garden', 'Mixed Electronics': 'electrical-items', 'Tires': 'tyres',
  'Asphalt Concrete': 'asphalt', 'Clay Bricks': 'bricks', 'Drywall': 'plasterboard'}[name], slug(name));
create macro ride(name) as map {
  'Passenger Car': 'car', 'Light-Duty Truck': 'light-truck', 'Motorcycle': 'motorbike',
  'Medium- and Heavy-Duty Truck': 'hgv', 'Rail': 'rail', 'Waterborne Craft': 'ship', 'Aircraft': 'air',
  'Intercity Rail - Northeast Corridor': 'rail/intercity/northeast-corridor',
  'Intercity Rail - Other Routes': 'rail/intercity/other-routes',
  'Intercity Rail - National Average': 'rail/intercity', 'Commuter Rail': 'rail/commuter',
  'Transit Rail (i.e. Subway, Tram)': 'rail/transit', 'Bus': 'bus',
  'Air Travel - Short Haul (< 300 miles)': 'air/short-haul',
  'Air Travel - Medium Haul (>= 300 miles, < 2300 miles)': 'air/medium-haul',
  'Air Travel - Long Haul (>= 2300 miles)': 'air/long-haul'}[name];
create macro measure(unit) as map {
  'short ton': 'short-ton', 'scf': 'scf', 'gallon': 'gal', 'vehicle-mile': 'mile',
  'short ton-mile': 'short-ton-mile', 'passenger-mile': 'passenger-mile'}[unit];

-- table 1: heat content, then kg or g per mmBtu, then per unit
create table fuels as
  select line, a as name, b as heat, c as co2_mmbtu, d as ch4_mmbtu, e as n2o_mmbtu, f as co2_unit,
         g as ch4_unit, h as n2o_unit,
         last_value(case when a is not null and b is null and c is null then a end ignore nulls)
           over by_line as grp,
         measure(last_value(case when b like 'mmBtu per %' then substr(b, 11) end ignore nulls) over by_line)
           as unit
  from lines where nr = '1' window by_line as (order by line rows unbounded preceding);
create table burnt as
  select *, grp like 'Biomass%' as biomass,
         case when grp like '%Kraft%' then 'kraft-pulping-liquor-' else '' end as prefix
  from (select line, name, grp, heat, 'mmBtu' as per_unit, co2_mmbtu as co2, ch4_mmbtu as ch4,
               n2o_mmbtu as n2o
        from fuels where is_number(co2_mmbtu)
        union all
        select line, name, grp, heat, unit, co2_unit, ch4_unit, n2o_unit
        from fuels where is_number(co2_unit));

-- tables 3 and 4: a row speaks about several model years and is written for each of them
create table on_road as
  select line, '3' as nr, b as years, c as ch4, d as n2o, 'gasoline' as fuel,
         last_value(if(a like 'Gasoline %', replace(a, 'Gasoline ', ''), null) ignore nulls) over three as name
  from lines where nr = '3' window three as (order by line rows unbounded preceding)
  union all
  select line, '4', c, d, e, last_value(b ignore nulls) over four, last_value(a ignore nulls) over four
  from lines where nr = '4' and is_number(d) window four as (order by line rows unbounded preceding);
create table driven as
  select *, unnest(case when years is null then [null]
         when years like '%1980' and years not like '%-%' and not is_number(years) then range(1960, 1981)
         when years like '%-%'
           then range(split_part(years, '-', 1)::int, split_part(years, '-', 2)::int + 1)
         else [years::int] end) as model_year
  from on_road where is_number(ch4);
create macro road_vehicle(name) as map {
  'Passenger Cars': 'passenger-car', 'Light-Duty Trucks': 'light-duty-truck',
  'Heavy-Duty Vehicles': 'heavy-duty-vehicle', 'Motorcycles': 'motorcycle',
  'Medium- and Heavy-Duty Vehicles': 'medium-heavy-duty-vehicle', 'Light-Duty Cars': 'light-duty-car',
  'Medium-Duty Trucks': 'medium-duty-truck', 'Heavy-Duty Trucks': 'heavy-duty-truck', 'Buses': 'bus'}[name];
create table off_road as
  select line, last_value(without_footnote(a) ignore nulls) over five as name, b as fuel, c as ch4, d as n2o
  from lines where nr = '5' and is_number(c) window five as (order by line rows unbounded preceding);
create table treated as
  select * from (
    unpivot (select line, a, b as "recycling", c as "landfill", d as "incineration", e as "composting",
                    f as "anaerobic-digestion/dry", g as "anaerobic-digestion/wet"
             from lines where nr = '9')
    on "recycling", "landfill", "incineration", "composting", "anaerobic-digestion/dry",
       "anaerobic-digestion/wet" into name treatment value metric_tons)
  where is_number(metric_tons);

create table found as
  select 1 as part, line, 't1:' || prefix || slug(name) || ':' || lower(per_unit) as id,
         'stationary-combustion' as kind, prefix || fuel(name) as subject, 'world' as place,
         '' as valid_from, '' as valid_to, per_unit, 'kg CO2e' as unit, '' as value,
         case when biomass then '' else plain(figure(co2)) end as co2, grams(ch4) as ch4, grams(n2o) as n2o,
         case when biomass then plain(figure(co2)) else '' end as biogenic_co2, '' as gwp_set,
         'Table 1 Stationary Combustion' as table_name, name as row_name,
         case when biomass then 'CO2 from biomass; ' else '' end || grp
           || '; higher heating value; EPA weighs with AR5 (CH4 28, N2O 265)' as note
  from burnt
  union all
  select 2, line, 't1:' || slug(name) || ':heat', 'fuel.heating-value.gross', fuel(name), 'world', '',
         '', unit, 'mmBtu', plain(figure(heat)), '', '', '', '', '', 'Table 1 Stationary Combustion',
         name, 'Heat Content (HHV)'
  from fuels where is_number(heat)
  union all
  select 3, line, 't2:' || slug(a), 'mobile-combustion', fuel(a), 'world', '', '', measure(c), 'kg CO2e', '',
         if(a like '%(100%)', '', plain(figure(b))), '', '', if(a like '%(100%)', plain(figure(b)), ''), '',
         'Table 2 Mobile Combustion CO2', a,
         'CO2 only: CH4 and N2O are in tables 3 to 5' || if(a like '%(100%)', '; CO2 from biomass', '')
  from lines where nr = '2' and is_number(b)
  union all
  select 4, line * 100 + coalesce(model_year - 1960, 0), subject_id, 'mobile-combustion.ch4-n2o', subject,
         'US', '', '', 'mile', 'kg CO2e', '', '', grams(ch4), grams(n2o), '', '', table_name,
         concat_ws(', ', name, fuel, years), 'CH4 and N2O only: add the CO2 of the fuel'
  from (select *, 't' || nr || ':' || subject as subject_id,
               if(nr = '3', 'Table 3 Mobile Combustion CH4 and N2O for On-Road Gasoline Vehicles',
                  'Table 4 Mobile Combustion CH4 and N2O for On-Road Diesel and Alternative Fuel Vehicles')
                 as table_name
        from (select *, concat_ws('/', road_vehicle(name), slug(fuel), model_year) as subject from driven))
  union all
  select 5, line, 't5:' || slug(name) || '/' || fuel(fuel), 'mobile-combustion.ch4-n2o',
         slug(name) || '/' || fuel(fuel), 'US', '', '', 'gal', 'kg CO2e', '', '', grams(ch4), grams(n2o),
         '', '', 'Table 5 Mobile Combustion CH4 and N2O for Non-Road Vehicles',
         concat_ws(', ', name, fuel), 'CH4 and N2O only: add the CO2 of the fuel'
  from off_road
  union all
  select 6, row_number() over (), 't6:' || replace(subregion, ' ', '-'),
         'grid.location', '', case when subregion = 'US Average' then 'US' else 'egrid/' || subregion end,
         '2022-01-01', '2023-01-01', 'MWh', 'kg CO2e', '',
         plain(total_co2_lb_mwh::decimal(12, 6) * 0.45359237),
         plain(total_ch4_lb_mwh::decimal(12, 6) * 0.45359237),
         plain(total_n2o_lb_mwh::decimal(12, 6) * 0.45359237), '', '',
         'Table 6 Electricity (eGRID2022), total output', name, 'lb/MWh × 0.45359237 kg/lb'
  from original('/factors/epa-hub-2024/table6_egrid2022.csv')
  union all
  select 7, line, 't6:' || replace(a, ' ', '-') || ':non-baseload', 'grid.non-baseload', '',
         case when a = 'US Average' then 'US' else 'egrid/' || a end, '2022-01-01', '2023-01-01', 'MWh',
         'kg CO2e', '', plain(figure(f)::decimal(12, 6) * 0.45359237),
         plain(figure(g)::decimal(12, 6) * 0.45359237), plain(figure(h)::decimal(12, 6) * 0.45359237), '', '',
         'Table 6 Electricity (eGRID2022), non-baseload', b,
         'lb/MWh × 0.45359237 kg/lb; for avoided emissions, not for inventories'
  from lines where nr = '6' and is_number(f)
  union all
  select 8, line, 't7:' || kind, kind, '', 'US', '', '', 'mmBtu', 'kg CO2e', '', plain(figure(b)), grams(c),
         grams(d), '', '', 'Table 7 Steam and Heat', a, ''
  from lines, (values ('steam'), ('heat')) as k(kind) where nr = '7' and is_number(b)
  union all
  select 9, line, 't' || nr || ':' || ride(name) || ':' || measure(e),
         if(nr = '8', 'freight', 'travel'), ride(name), 'US', '', '', measure(e), 'kg CO2e', '',
         plain(figure(b)), grams(c), grams(d), '', '',
         if(nr = '8', 'Table 8 Upstream and Downstream Transportation and Distribution',
            'Table 10 Business Travel and Employee Commuting'), name, ''
  from (select *, without_footnote(a) as name from lines where nr in ('8', '10') and is_number(b))
  union all
  select 10, line * 10 + list_position(['recycling', 'landfill', 'incineration', 'composting'], treatment),
         't9:' || stuff(a) || '/' || treatment, 'waste', stuff(a) || '/' || treatment, 'US', '', '',
         'short-ton', 'kg CO2e', plain(figure(metric_tons) * 1000), '', '', '', '', 'AR4',
         'Table 9 Waste Generated in Operations and End-of-Life Treatment', a || ', ' || treatment,
         'metric tons CO2e × 1000; without avoided emissions'
  from treated;
select 'epa-hub-2024:' || id as id, kind, subject, place, valid_from, valid_to, per_unit, unit, value,
       co2, ch4, n2o, biogenic_co2, gwp_set, 'US EPA' as publisher,
       'GHG Emission Factors Hub 2024' as edition, table_name, row_name,
       'US Government work, public domain' as licence, note, '' as other_gases, '' as uncertainty,
       '' as price_year
from found order by part, line, per_unit, id;

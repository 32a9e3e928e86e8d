-- UK DESNZ conversion factors 2025, flat file. Rows per mile are left out where the same row stands per
-- km (DESNZ rounds each), and cubic metres of water where million litres stand: more digits. A row
-- that tells the gases apart gives kg CO2e of each under AR5; stored are kg (CH4 / 28, N2O / 265).
create table flat as
  select row_number() over () as line, regexp_replace("ID", '_\d+$', '') as id, "Scope" as scope,
         "Level 1" as l1, "Level 2" as l2, trim("Level 3") as l3, trim("Level 4") as l4,
         "Column Text" as ct, "UOM" as uom, "GHG/Unit" as ghg, figure("GHG Conversion Factor 2025") as v
  from (select "ID", "Scope", "Level 1", "Level 2", coalesce("Level 3", '') as "Level 3",
               coalesce("Level 4", '') as "Level 4", coalesce("Column Text", '') as "Column Text",
               "UOM", "GHG/Unit", "GHG Conversion Factor 2025"
        from original('/factors/desnz-2025/flat_2025.csv'))
  where "GHG Conversion Factor 2025" <> '';
create table published as
  select min(line) as line, min(id) as id, scope, l1, l2, l3, l4, ct, uom,
         max(v) filter (ghg = 'kg CO2e') as total, max(v) filter (ghg like '%of CO2 per unit') as co2,
         max(v) filter (ghg like '%of CH4 per unit') as ch4,
         max(v) filter (ghg like '%of N2O per unit') as n2o,
         max(v) filter (ghg like 'kWh%') as kwh
  from flat group by scope, l1, l2, l3, l4, ct, uom;

-- names: one slug for one thing, whatever the sheet calls it
create macro fuel(name) as coalesce(map {
  'CNG': 'cng', 'LNG': 'lng', 'LPG': 'lpg', 'Natural gas (100% mineral blend)': 'natural-gas/mineral',
  'Aviation spirit': 'aviation-gasoline', 'Aviation turbine fuel': 'kerosene-type-jet-fuel',
  'Burning oil': 'kerosene', 'Diesel (average biofuel blend)': 'diesel',
  'Diesel (100% mineral diesel)': 'diesel/mineral',
  'Petrol (average biofuel blend)': 'motor-gasoline',
  'Petrol (100% mineral petrol)': 'motor-gasoline/mineral',
  'Processed fuel oils - residual oil': 'processed-fuel-oil/residual',
  'Processed fuel oils - distillate oil': 'processed-fuel-oil/distillate',
  'Coal (industrial)': 'coal/industrial', 'Coal (domestic)': 'coal/domestic',
  'Coal (electricity generation)': 'coal/electricity-generation',
  'Coal (electricity generation - home produced coal only)':
    'coal/electricity-generation/home-produced',
  'Bioethanol': 'ethanol', 'Biodiesel ME': 'biodiesel',
  'Biodiesel ME (from used cooking oil)': 'biodiesel/from-used-cooking-oil',
  'Biodiesel ME (from tallow)': 'biodiesel/from-tallow',
  'Biodiesel ME (from Tallow)': 'biodiesel/from-tallow', 'Biodiesel HVO': 'biodiesel/hvo',
  'Off road biodiesel': 'biodiesel/off-road', 'Biomethane (compressed)': 'biomethane/compressed',
  'Biomethane (liquified)': 'biomethane/liquefied', 'Methanol (bio)': 'methanol/bio',
  'Avtur (renewable)': 'kerosene-type-jet-fuel/renewable'}[name], slug(name));
create macro drive(name) as coalesce(map {
  '': '', 'Unknown': '', 'Plug-in Hybrid Electric Vehicle': '/plug-in-hybrid',
  'Battery Electric Vehicle': '/battery-electric'}[name], '/' || slug(name));
create macro lorry(name) as map {
  'All HGVs': '', 'All rigids': '/rigid', 'All artics': '/articulated',
  'Rigid (>3.5 - 7.5 tonnes)': '/rigid/3.5-7.5t', 'Rigid (>7.5 tonnes-17 tonnes)': '/rigid/7.5-17t',
  'Rigid (>17 tonnes)': '/rigid/over-17t', 'Articulated (>3.5 - 33t)': '/articulated/3.5-33t',
  'Articulated (>33t)': '/articulated/over-33t'}[name];
create macro load_of(name) as map {
  'average laden': '', '0% laden': '/empty', '50% laden': '/half-laden',
  '100% laden': '/fully-laden'}[lower(name)];
create macro vehicle(l2, l3, ct) as
  case when l2 ilike '%cars (by %'
         then 'car' || case when l3 = 'Average car' then '' else '/' || slug(replace(l3, ' car', '')) end
                    || drive(ct)
       when l2 ilike '%motorbike%'
         then 'motorbike' || case when l3 = 'Average' then '' else '/' || slug(l3) end
       when l2 ilike '%vans%'
         then 'van' || case when l3 like 'Average%' then '' else '/' || slug(split_part(l3, ' (', 1)) end
                    || drive(ct)
       when l2 ilike '%HGV%refrigerated%' then 'hgv-refrigerated' || lorry(l3) || load_of(ct)
       when l2 ilike '%HGV%' then 'hgv' || lorry(l3) || load_of(ct) end;
create macro flight(l3, l4, ct) as
  'air/' || slug(split_part(l3, ',', 1))
    || case when l4 in ('', 'Average passenger') then '' else '/' || slug(replace(l4, ' class', '')) end
    || if(ct = 'Without RF', '/without-rf', '');
create macro ship(l3, l4) as
  'ship/' || slug(l3) || case when l4 in ('Average', 'All dwt') then ''
    else '/' || slug(replace(replace(l4, ',', ''), '+', ' and over')) end;
create macro trip(l2, l3, l4, ct) as
  case when l2 ilike '%flights' then flight(l3, l4, ct)
       when l2 ilike '%ferry' then 'sea/ferry' || if(l3 like 'Average%', '', '/' || slug(l3))
       when l2 ilike '%taxis' then map {'Regular taxi': 'taxi/regular', 'Black cab': 'taxi/black-cab'}[l3]
       when l2 ilike '%bus' then map {
         'Local bus (not London)': 'bus/local-not-london', 'Local London bus': 'bus/local-london',
         'Average local bus': 'bus', 'Coach': 'coach'}[l3]
       when l2 ilike '%rail' then map {
         'National rail': 'rail/national', 'International rail': 'rail/international',
         'Light rail and tram': 'rail/light-rail-and-tram',
         'London Underground': 'rail/london-underground'}[l3]
       else vehicle(l2, l3, ct) end;
create macro haul(l2, l3, l4, ct) as
  case when l2 ilike '%flights' then flight(l3, l4, ct) when l2 ilike '%rail' then 'rail'
       when l2 ilike '%tanker' or l2 ilike '%cargo ship' then ship(l3, l4)
       else vehicle(l2, l3, ct) end;
create macro stuff(name) as coalesce(map {
  'Average construction': 'mixed-construction', 'Metals': 'construction-metals',
  'Household residual waste': 'household-residual', 'Commercial and industrial waste': 'commercial-and-industrial',
  'Organic: food and drink waste': 'food', 'Food and drink': 'food',
  'Organic: garden waste': 'garden', 'Organic: mixed food and garden waste': 'mixed-organics',
  'WEEE - fridges and freezers': 'electrical-items/fridges-and-freezers',
  'WEEE - large': 'electrical-items/large', 'WEEE - mixed': 'electrical-items',
  'WEEE - small': 'electrical-items/small',
  'Electrical items - fridges and freezers': 'electrical-items/fridges-and-freezers',
  'Electrical items - large': 'electrical-items/large', 'Electrical items - IT': 'electrical-items/it',
  'Electrical items - small': 'electrical-items/small', 'Batteries - Alkaline': 'batteries/alkaline',
  'Batteries - Li ion': 'batteries/li-ion', 'Batteries - NiMh': 'batteries/nimh',
  'Metal: aluminium cans and foil (excl. forming)': 'aluminium-cans', 'Metal: mixed cans': 'mixed-cans',
  'Metal: scrap metal': 'scrap-metal', 'Metal: steel cans': 'steel-cans',
  'Plastics: average plastics': 'mixed-plastics', 'Plastics: average plastic film': 'plastic-film',
  'Plastics: average plastic rigid': 'plastic-rigid', 'Plastics: HDPE (incl. forming)': 'hdpe',
  'Plastics: LDPE and LLDPE (incl. forming)': 'ldpe', 'Plastics: PET (incl. forming)': 'pet',
  'Plastics: PP (incl. forming)': 'pp', 'Plastics: PS (incl. forming)': 'ps',
  'Plastics: PVC (incl. forming)': 'pvc', 'Paper and board: board': 'board',
  'Paper and board: mixed': 'mixed-paper', 'Paper and board: paper': 'paper'}[name], slug(name));
create macro treated(name) as map {
  'Re-use': 're-use', 'Open-loop': 'recycling/open-loop', 'Closed-loop': 'recycling/closed-loop',
  'Incineration with Energy Recovery': 'incineration', 'Composting': 'composting',
  'Landfill': 'landfill', 'Anaerobic digestion': 'anaerobic-digestion'}[name];
create macro made(name) as map {
  'Primary material production': '', 'Re-used': '/re-used', 'Open-loop source': '/open-loop',
  'Closed-loop source': '/closed-loop'}[name];
create macro refrigerant(l3, ct) as
  replace(replace(lower(case
      when l3 like '%(%FC-%)' or l3 like '%(SF6)' then regexp_extract(l3, '\(([^)]+)\)$', 1)
      when l3 like '%/R% = %' then split_part(l3, '/', 1)
      when l3 like 'R% = %' then regexp_replace(split_part(l3, ' = ', 1), '^R', 'R-')
      when regexp_full_match(l3, 'R\d+[a-zA-Z]*\*?')
        then rtrim(regexp_replace(l3, '^R(1234)?', if(l3 like 'R1234%', 'HFO-1234', 'R-')), '*')
      when l3 = 'Carbon dioxide' then 'CO2' when l3 = 'Methane' then 'CH4'
      when l3 = 'Nitrous oxide' then 'N2O' when l3 = 'Nitrogen trifluoride' then 'NF3'
      when l3 like 'HFE-% (%' then split_part(l3, ' (', 1)
      when l3 = 'HFC-43-I0mee' then 'HFC-43-10mee' else slug(l3) end), ' ', '-'), '=', '-')
  || case when ct like '%only Kyoto%' then '/kyoto' when ct like '%only non-Kyoto%' then '/non-kyoto'
          else '' end;
create macro country(name) as coalesce(country_code(name), map {
  'Argentina': 'AR', 'Colombia': 'CO', 'Costa Rica': 'CR', 'Czech Republic': 'CZ', 'Egypt': 'EG',
  'Fiji': 'FJ', 'Hong Kong, China': 'HK', 'Jordan': 'JO', 'Kazakhstan': 'KZ', 'Korea': 'KR',
  'Macau, China': 'MO', 'Maldives': 'MV', 'Oman': 'OM', 'Panama': 'PA', 'Peru': 'PE',
  'Philippines': 'PH', 'Portugal': 'PT', 'Romania': 'RO', 'Russian Federation': 'RU',
  'Taiwan, China': 'TW', 'Turkey': 'TR', 'UK': 'GB', 'UK (London)': 'GB', 'Vietnam': 'VN'}[name]);
create macro basis(l1, uom) as
  if(uom = 'kWh (Net CV)' or uom = 'GJ' or (uom = 'kWh' and l1 in ('Bioenergy', 'WTT- bioenergy')),
     '/net-cv', '');

-- kinds: what a sheet serves; a sheet may serve two
create table sheet as
  select * from (values
    ('Fuels', '%', 'stationary-combustion', 'fuel'), ('Fuels', 'Gaseous fuels', 'mobile-combustion', 'fuel'),
    ('Fuels', 'Liquid fuels', 'mobile-combustion', 'fuel'),
    ('Bioenergy', '%', 'stationary-combustion', 'fuel'), ('Bioenergy', 'Biofuel', 'mobile-combustion', 'fuel'),
    ('WTT- fuels', '%', 'upstream.fuel', 'fuel'), ('WTT- bioenergy', '%', 'upstream.fuel', 'fuel'),
    ('Refrigerant & other', '%', 'fugitive.gas', 'gas'),
    ('Passenger vehicles', '%', 'mobile-distance', 'vehicle'),
    ('Delivery vehicles', '%', 'mobile-distance', 'vehicle'),
    ('UK electricity for EVs', '%', 'electricity.vehicle', 'vehicle'),
    ('UK electricity T&D for EVs', '%', 'upstream.td', 'td-vehicle'),
    ('SECR kWh pass & delivery vehs', '%', 'vehicle.energy', 'vehicle'),
    ('SECR kWh UK electricity for EVs', '%', 'vehicle.electricity', 'vehicle'),
    ('UK electricity', '%', 'grid.location', 'whole'),
    ('Heat and steam', '%', 'heat', 'heat'), ('Heat and steam', '%', 'steam', 'heat'),
    ('Transmission and distribution', 'T&D- UK electricity', 'upstream.td', 'whole'),
    ('Transmission and distribution', 'Distribution - district heat & steam', 'upstream.heat', 'heat-loss'),
    ('WTT- UK electricity', 'WTT- UK electricity (generation)', 'upstream.electricity', 'whole'),
    ('WTT- UK electricity', 'WTT- UK electricity (T&D)', 'upstream.electricity', 'td'),
    ('WTT- heat and steam', 'WTT- heat and steam', 'upstream.heat', 'heat'),
    ('WTT- heat and steam', 'WTT- district heat & steam distribution', 'upstream.heat', 'heat-loss-wtt'),
    ('Water supply', '%', 'material', 'water-supply'), ('Water treatment', '%', 'waste', 'wastewater'),
    ('Material use', '%', 'material', 'material'), ('Waste disposal', '%', 'waste', 'waste'),
    ('Business travel- air', '%', 'travel', 'trip'), ('Business travel- sea', '%', 'travel', 'trip'),
    ('Business travel- land', '%', 'travel', 'trip'),
    ('WTT- business travel- air', '%', 'upstream.travel', 'trip'),
    ('WTT- business travel- sea', '%', 'upstream.travel', 'trip'),
    ('WTT- pass vehs & travel- land', '%', 'upstream.travel', 'trip'),
    ('WTT- pass vehs & travel- land', 'WTT- cars (by %', 'upstream.vehicle', 'vehicle'),
    ('WTT- pass vehs & travel- land', 'WTT- motorbike', 'upstream.vehicle', 'vehicle'),
    ('WTT- delivery vehs & freight', '%', 'upstream.freight', 'freight'),
    ('WTT- delivery vehs & freight', 'WTT- vans', 'upstream.vehicle', 'vehicle'),
    ('WTT- delivery vehs & freight', 'WTT- HGV%', 'upstream.vehicle', 'vehicle'),
    ('Freighting goods', '%', 'freight', 'freight'), ('Hotel stay', '%', 'accommodation', 'hotel'),
    ('Managed assets- electricity', '%', 'asset', 'electricity'),
    ('Managed assets- vehicles', '%', 'asset', 'vehicle'), ('Homeworking', '%', 'commuting', 'home')
  ) as t(l1, l2_like, kind, naming);
create table measure as
  select * from (values
    ('tonnes', 't'), ('litres', 'L'), ('kg', 'kg'), ('GJ', 'GJ'), ('kWh', 'kWh'), ('kWh (Net CV)', 'kWh'),
    ('kWh (Gross CV)', 'kWh'), ('cubic metres', 'm3'), ('million litres', 'ML'), ('km', 'km'),
    ('tonne.km', 't-km'), ('passenger.km', 'passenger-km'), ('Room per night', 'room-night'),
    ('per FTE Working Hour', 'FTE-h')
  ) as t(uom, per_unit);
create table named as
  select p.*, s.kind, m.per_unit,
         case naming when 'fuel' then fuel(l3) || basis(p.l1, p.uom) when 'gas' then refrigerant(l3, ct)
           when 'vehicle' then vehicle(l2, l3, ct) when 'td-vehicle' then 'vehicle/' || vehicle(l2, l3, ct)
           when 'whole' then '' when 'td' then 'td' when 'heat' then if(l3 like 'Onsite%', 'onsite', '')
           when 'heat-loss' then 'distribution' when 'heat-loss-wtt' then 'distribution/wtt'
           when 'waste' then stuff(l3) || '/' || treated(ct) when 'material' then stuff(l3) || made(ct)
           when 'trip' then trip(l2, l3, l4, ct) when 'freight' then haul(l2, l3, l4, ct)
           when 'hotel' then if(l3 = 'UK (London)', 'hotel/london', 'hotel')
           when 'home' then map {'Office Equipment': 'homeworking/office-equipment',
             'Heating': 'homeworking/heating',
             'Homeworking (office equipment + heating)': 'homeworking'}[l2]
           else naming end as subject,
         if(naming = 'hotel', country(l3), 'GB') as place
  from published p join sheet s on p.l1 = s.l1 and p.l2 like s.l2_like join measure m using (uom)
  where not (p.l1 in ('Water supply', 'Water treatment') and uom = 'cubic metres')
    and not (kind = 'upstream.vehicle' and uom = 'tonne.km');

-- CO2 of biomass stands outside of the scopes: it joins the row of its fuel
create table biogenic as
  select fuel(l3) as fuel, l3, uom, co2, id from published where l1 = 'Outside of scopes';
create table whole as
  select n.*, b.co2 as biogenic, b.id as biogenic_id
  from named n left join biogenic b
    on (n.kind in ('stationary-combustion', 'mobile-combustion') and b.fuel = fuel(n.l3)
        and (b.uom = n.uom or (b.uom = 'kWh' and n.uom like 'kWh (%')))
    or (n.kind = 'grid.location' and b.l3 = n.l3);

-- The gases are rounded one by one, so that their sum may miss the published total by one in the last
-- digit. Then CO2 and the larger of the others move by 0.4 and 0.2 of that digit: all four figures
-- still round to what was published.
create table balanced as
  select * exclude (co2, ch4, n2o), co2 + gap * 0.4 as co2,
         ch4 + if(ch4 > n2o, gap * 0.2, 0) as ch4, n2o + if(ch4 > n2o, 0, gap * 0.2) as n2o, gap
  from (select *, if(round(co2 + ch4 + n2o, 5) = total, 0, total - co2 - ch4 - n2o) as gap from whole);
create macro kilograms(co2e, gwp) as
  plain(cast(cast(co2e as double) / gwp as decimal(30, 15)));
create table forced as select *, ct = 'With RF' as forcing from balanced;

-- heating values and densities are not in the flat file, but are the quotient of two of its rows
create table quotient as
  select any_value(a.line) as line, 'fuel.heating-value.' || if(b.uom = 'kWh (Gross CV)', 'gross', 'net') as kind,
         fuel(a.l3) as subject, 't' as per_unit, if(b.uom = 'GJ', 'GJ', 'kWh') as unit, a.l1, a.l2, a.l3,
         any_value(a.total / b.total * if(a.uom = 'kg', 1000, 1)) as value, a.uom as over, b.uom as under
  from published a join published b using (scope, l1, l2, l3)
  where (a.l1 = 'Fuels' and a.uom = 'tonnes' and b.uom like 'kWh (%')
     or (a.l1 = 'WTT- bioenergy' and a.l2 = 'WTT- biofuel' and a.uom = 'kg' and b.uom = 'GJ')
  group by all
  union all
  select a.line, 'fuel.density', fuel(a.l3), if(a.uom = 'litres', 'L', 'm3'), 'kg', a.l1, a.l2, a.l3,
         a.total / b.total * if(b.uom = 'tonnes', 1000, 1), a.uom, b.uom
  from published a join published b using (scope, l1, l2, l3)
  where (a.l1 = 'Fuels' and a.uom in ('litres', 'cubic metres') and b.uom = 'tonnes')
     or (a.l1 = 'WTT- bioenergy' and a.l2 = 'WTT- biofuel' and a.uom = 'litres' and b.uom = 'kg');
-- four significant digits: what the rounding of the two rows allows
create macro four_digits(x) as
  plain(cast(round(x, cast(3 - floor(log10(x)) as int)) as decimal(18, 6)));

select 'desnz-2025:' || kind || ':' || if(place = 'GB', '', place || ':') || subject
         || if(subject = '', '', ':') || lower(per_unit) as id,
       kind, subject, place, '2025-01-01' as valid_from, '2026-01-01' as valid_to, per_unit, unit,
       value, co2, ch4, n2o, biogenic_co2, gwp_set, 'UK DESNZ' as publisher,
       'Conversion factors 2025, flat file v1' as edition, table_name, row_name,
       'Open Government Licence v3.0' as licence, note, '' as other_gases, '' as uncertainty,
       '' as price_year
from (
  select 1 as part, line, kind, subject, place, per_unit, if(kwh is null, 'kg CO2e', 'kWh') as unit,
         case when kwh is not null then plain(kwh) when co2 is null or forcing then plain(total)
              else '' end as value,
         if(forcing, '', coalesce(plain(co2), '')) as co2,
         if(forcing, '', coalesce(kilograms(ch4, 28), '')) as ch4,
         if(forcing, '', coalesce(kilograms(n2o, 265), '')) as n2o,
         coalesce(plain(biogenic), '') as biogenic_co2,
         if(kwh is null and (co2 is null or forcing), 'AR5', '') as gwp_set,
         l1 || ' / ' || l2 as table_name,
         concat_ws(', ', nullif(l3, ''), nullif(l4, ''), nullif(ct, ''), uom) || ' (' || id
           || if(biogenic is null, '', '; ' || biogenic_id) || ')' as row_name,
         concat_ws('; ',
           case when forcing then 'with radiative forcing, so one CO2e figure'
                when co2 is not null then 'kg CO2e of the gases under AR5 divided by CH4 28, N2O 265' end,
           if(gap <> 0, 'gases moved within their rounding to add up to the published total', null),
           case when biogenic is null then null when uom like 'kWh (%'
                then 'CO2 of biomass published per kWh of no stated calorific value' else
                'CO2 of biomass from the sheet Outside of scopes' end,
           case when uom = 'kWh (Gross CV)' then 'gross calorific value'
                when uom = 'kWh (Net CV)' then 'net calorific value'
                when subject like '%/net-cv' then 'calorific value not named; per mass it is the net one' end
         ) as note
  from forced
  union all
  select 2, line, kind, subject, 'GB', per_unit, unit, four_digits(value), '', '', '', '', '',
         l1 || ' / ' || l2, l3 || ', ' || over || ' / ' || under,
         'quotient of two published factors, four digits'
  from quotient)
order by part, line, kind, subject, per_unit;

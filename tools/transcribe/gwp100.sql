-- Global warming potentials over 100 years of the IPCC's assessments. openclimatedata comes first, EPA's
-- LCIAformatter adds the gases of AR4, AR5 and AR6 that it lacks. One name per gas: HFC-134a, PFC-14.
create macro spaced(species) as regexp_replace(species, '^(CFC|HCFC|HFC|HFE|HCFE|Halon)(\d)', '\1-\2');
create macro gas_name(name) as coalesce(map {
  'CF4': 'PFC-14', 'C2F6': 'PFC-116', 'C3F8': 'PFC-218', 'cC4F8': 'PFC-318', 'C4F10': 'PFC-3-1-10',
  'C5F12': 'PFC-4-1-12', 'C6F14': 'PFC-5-1-14', 'C7F16': 'PFC-6-1-16', 'C8F18': 'PFC-7-1-18',
  'C10F18': 'PFC-9-1-18', 'cC3F6': 'PFC-c216', 'PFC-31-10': 'PFC-3-1-10', 'PFC-41-12': 'PFC-4-1-12',
  'PFC-51-14': 'PFC-5-1-14', 'PFC-61-16': 'PFC-6-1-16', 'PFC-71-18': 'PFC-7-1-18',
  'PFC-91-18': 'PFC-9-1-18', 'PFC-C-318': 'PFC-318', 'HFC-4310mee': 'HFC-43-10mee',
  'HFE-4310pccc124': 'HFE-43-10pccc124', 'HFE-43-10pccc124(H-Galden 1040x)': 'HFE-43-10pccc124',
  'HGalden1040x': 'HFE-43-10pccc124', 'HG10': 'HFE-236ca12', 'HG01': 'HFE-338pcc13',
  'HFE-7200': 'HFE-569sf2', 'CHBrF2': 'Halon-1201',
  'Sevoflurane (HFE-347mmz1)': 'HFE-347mmz1', 'HFE-449s1': 'HFE-7100', 'HFE-449sl': 'HFE-7100',
  'Carbon dioxide': 'CO2', 'Methane': 'CH4', 'Fossil methane': 'CH4-fossil', 'Nitrous oxide': 'N2O',
  'Nitrous Oxide': 'N2O', 'Sulphur hexafluoride': 'SF6', 'Sulfur hexafluoride': 'SF6',
  'Nitrogen trifluoride': 'NF3', 'Sulphuryl fluoride': 'SO2F2', 'Sulfuryl fluoride': 'SO2F2',
  'trifluoromethyl sulphur pentafluoride': 'SF5CF3',
  '(Trifluoromethyl) sulphur pentafluoride': 'SF5CF3',
  'Pentafluoro(trifluoromethyl)-lambda6-sulfane': 'SF5CF3', 'Carbon tetrachloride': 'CCl4',
  'Methyl bromide': 'CH3Br', 'Methylene bromide': 'CH2Br2', 'Methyl chloroform': 'CH3CCl3',
  'Methyl chloride': 'CH3Cl', 'Methylene chloride': 'CH2Cl2', 'Chloroform': 'CHCl3',
  'Dimethylether': 'CH3OCH3', 'HFC-1234yf': 'HFO-1234yf', '(E)-HFC-1234ze': 'HFO-1234ze(E)',
  '(Z)-HFC-1234ze': 'HFO-1234ze(Z)', '(E)-HFC-1225ye': 'HFO-1225ye(E)',
  '(Z)-HFC-1225ye': 'HFO-1225ye(Z)', '(Z)-HFC-1336': 'HFO-1336mzz(Z)', 'HFC-1132a': 'HFO-1132a',
  'HFC-1141': 'HFO-1141', 'HFC-1243zf': 'HFO-1243zf', 'HFC-1345zfc': 'HFO-1345zfc',
  '(E)-1-Chloro-3,3,3-trifluoroprop-1-ene': 'HCFO-1233zd(E)', 'CFC 1112': 'CFC-1112',
  'CFC 1112a': 'CFC-1112a', 'Halon-2311 / Halothane': 'Halon-2311'}[name], name);
create macro family(gas) as
  case when gas in ('CO2', 'N2O', 'SF6', 'NF3') then gas when gas like 'CH4%' then 'CH4'
       when gas like 'HFC-%' then 'HFC' when gas like 'PFC-%' then 'PFC' when gas like 'HFO-%' then 'HFO'
       when regexp_matches(gas, '^(CFC|HCFC|Halon)-') or gas in ('CCl4', 'CH3Br', 'CH3CCl3')
         then 'Montreal' else 'other' end;
create table climate as
  select 1 as part, replace(replace(column_name, 'CCFGWP100', '-CCF'), 'GWP100', '') as gwp_set,
         gas_name(spaced(Species)) as gas, gwp100,
         'globalwarmingpotentials.csv (openclimatedata fc4e6f4)' as table_name,
         Species || ',' || column_name as row_name, 'CC0-1.0' as licence
  from (unpivot (
    from read_csv(getvariable('shared') || '/factors/gwp-openclimatedata/globalwarmingpotentials.csv',
                  all_varchar = true, header = true, comment = '#'))
    on SARGWP100, TARGWP100, AR4GWP100, AR5GWP100, AR5CCFGWP100, AR6GWP100
    into name column_name value gwp100);
create table formatter as
  select 2, AR, gas_name(case when Formula = 'E-C10F18' then 'Perfluorodecalin (trans)'
           when Formula = 'Z-C10F18' then 'Perfluorodecalin (cis)'
           when AR = 'AR6' and Acronym <> '' then Acronym
           when regexp_matches(Name, '^(HFE|HCFE|PFPMIE)') then regexp_replace(Name, ' \(.*\)$', '')
           when regexp_matches(Name, '^[0-9(]') and gas_name(Name) = Name then lower(Name)
           else replace(Name, '’', '''') end),
         "Value", 'lciafmt/data/IPCC_GWP_values.csv (USEPA/LCIAformatter 48d19af)',
         AR || ',' || case when AR = 'AR6' and Acronym <> '' then Acronym else Name end, 'MIT'
  from (select * replace (coalesce(trim(Acronym), '') as Acronym, coalesce(trim(Name), '') as Name)
        from original('/factors/gwp-epa-lciafmt/IPCC_GWP_values.csv'))
  where Parameter = 'GWP100' and coalesce(Formula, '') <> '0';
create table report as
  select * from (values
    (3, 'AR6', 'CH4-fossil', '29.8', 'AR6 WG1 Table 7.15', 'CH4-fossil', 'fact'),
    (3, 'AR6', 'CH4-non-fossil', '27.0', 'AR6 WG1 Table 7.15', 'CH4-non fossil', 'fact'))
  union all
  select 3, unnest(['SAR', 'TAR', 'AR4', 'AR5', 'AR5-CCF', 'AR6']), 'CO2', '1', 'by definition', 'CO2', 'fact';
select gwp_set, gas, gwp100, 'IPCC' as publisher,
       case gwp_set when 'SAR' then 'SAR WG1' when 'AR5-CCF' then 'AR5 WG1, with climate-carbon feedback'
         else gwp_set || ' WG1' end as edition,
       table_name, row_name, licence,
       if(gas = 'CH4' and gwp_set = 'AR6', 'methane of unspecified origin', '') as note,
       family(gas) as family
from (from climate union all from formatter union all from report)
qualify row_number() over (partition by gwp_set, gas order by part) = 1
order by list_position(['SAR', 'TAR', 'AR4', 'AR5', 'AR5-CCF', 'AR6'], gwp_set),
         list_position(['CO2', 'CH4', 'N2O', 'HFC', 'PFC', 'SF6', 'NF3', 'HFO', 'Montreal', 'other'],
                       family(gas)), gas;

-- Global warming potentials over 100 years of the IPCC's assessments, CH4 and N2O. CO2 is 1.
select replace(gwp_set, 'GWP100', '') as gwp_set, Species as gas, gwp100,
       'IPCC' as publisher, replace(gwp_set, 'GWP100', '') || ' WG1' as edition,
       'globalwarmingpotentials.csv (openclimatedata fc4e6f4)' as table_name,
       Species || ',' || gwp_set as row_name, 'CC0-1.0' as licence,
       if(Species = 'CH4' and gwp_set = 'AR6GWP100',
          'methane of unspecified origin; AR6 also has 29.8 fossil and 27.0 non-fossil', '') as note
from (unpivot (
  select Species, AR4GWP100, AR5GWP100, AR6GWP100
  from read_csv(getvariable('shared') || '/factors/gwp-openclimatedata/globalwarmingpotentials.csv',
                all_varchar = true, header = true, comment = '#')
  where Species in ('CH4', 'N2O'))
  on AR4GWP100, AR5GWP100, AR6GWP100 into name gwp_set value gwp100)
order by 1, 2;

-- US EPA Supply Chain GHG Emission Factors v1.3: kg CO2e per USD of 2022 at purchaser prices, by NAICS
-- 2017, weighed with AR5 (indicator AR5-100 of the model USEEIOv2.2.22-GHG). With margins is what a purchase at the purchaser's price causes: the plain code.
select 'epa-supply-chain-1.3:' || naics || suffix as id, 'spend' as kind, naics || suffix as subject,
       'US' as place, '2022-01-01' as valid_from, '2023-01-01' as valid_to, 'USD' as per_unit,
       'kg CO2e' as unit, plain(figure(value)) as value, '' as co2, '' as ch4, '' as n2o,
       '' as biogenic_co2, 'AR5' as gwp_set, 'US EPA' as publisher,
       'Supply Chain GHG Emission Factors v1.3' as edition,
       'SupplyChainGHGEmissionFactors_v1.3.0_NAICS_CO2e_USD2022.csv' as table_name,
       naics || ' ' || title as row_name, 'US Government work, public domain' as licence,
       'USEEIO ' || useeio || '; purchaser price' || remark as note, '' as other_gases,
       '' as uncertainty, '2022' as price_year
from (
  select row_number() over () as line, "2017 NAICS Code" as naics, "2017 NAICS Title" as title,
         "Reference USEEIO Code" as useeio, "Supply Chain Emission Factors with Margins" as with_margins,
         "Supply Chain Emission Factors without Margins" as without_margins
  from original('/factors/epa-supply-chain-v1.3/SupplyChainGHGEmissionFactors_v1.3.0_NAICS_CO2e_USD2022.csv')),
  lateral (values ('', with_margins, ', with margins of trade and transport'),
                  ('/without-margins', without_margins, ', without margins of trade and transport'))
    as m(suffix, value, remark)
order by line, suffix;

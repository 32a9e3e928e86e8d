-- A month of the Carbon Footprint export: what Google reports per project, service and region, kg CO2e by both methods.
-- GoogleSQL; columns: Google Cloud Carbon Footprint documentation, "Carbon Footprint export data schema".
select coalesce(project.id, billing_account_id) as account,
  coalesce(service.description, '') as service,
  coalesce(location.region, location.location, '') as region,
  cast(carbon_model_version as string) as model_version,
  round(sum(cast(coalesce(carbon_footprint_total_kgCO2e.location_based, 0) as bignumeric)), 15) as location_based,
  round(sum(cast(coalesce(carbon_footprint_total_kgCO2e.market_based, 0) as bignumeric)), 15) as market_based,
  round(sum(cast(coalesce(carbon_footprint_kgCO2e.scope1, 0) as bignumeric)), 15) as scope1,
  round(sum(cast(coalesce(carbon_footprint_kgCO2e.scope2.location_based, 0) as bignumeric)), 15) as scope2_location_based,
  round(sum(cast(coalesce(carbon_footprint_kgCO2e.scope2.market_based, 0) as bignumeric)), 15) as scope2_market_based,
  round(sum(cast(coalesce(carbon_footprint_kgCO2e.scope3, 0) as bignumeric)), 15) as scope3,
  count(*) as lines
from `${table}`
where usage_month = cast(@first_day as date)
group by 1, 2, 3, 4
order by 1, 2, 3, 4

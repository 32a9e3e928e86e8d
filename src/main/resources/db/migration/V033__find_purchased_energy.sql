-- Instruments are shared between all purchased energy of a year, and little of a table is that.
create index activity_purchased_energy on activity (tenant_id, period_start)
  where superseded_at is null and kind in ('electricity', 'heat', 'steam', 'cooling');
create index emission_market_based on emission (tenant_id, activity_id)
  where superseded_at is null and method = 'market-based';

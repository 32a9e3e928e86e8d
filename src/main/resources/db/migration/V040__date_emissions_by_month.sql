-- A bill that spans months has an emission for each of them.
alter table emission
  add column period_start date,
  add column period_end date,
  add constraint emission_days check (
    period_start < period_end or period_start is null and period_end is null);
comment on column emission.period_start is
  'first day at the site that it stands for; null: it stands for the whole activity, dated in UTC';
comment on column emission.period_end is 'first day after it';
drop index emission_current;
create unique index emission_current on emission (activity_id, component, method, period_start)
  nulls not distinct where superseded_at is null;

-- Several methods may stand on one activity, one of them counts; an emission is never changed, only superseded.
alter table emission add column formula text not null default '';
alter table emission add column counted boolean not null default true;
alter table emission add column kg_other_gases jsonb;
alter table emission add column kg_co2e_low numeric;
alter table emission add column kg_co2e_high numeric;
alter table emission add column data_quality numeric;
alter table emission add column profile text not null default '';
alter table emission add column superseded_at timestamptz;
comment on column emission.counted is 'whether totals include it: one method of each series (location, market, other) does';
comment on column emission.kg_other_gases is 'kg of each gas beyond CO2, CH4 and N2O';
comment on column emission.kg_co2e_low is 'lower end of the 95 % interval; null where no uncertainty is published';
comment on column emission.data_quality is 'mean of the five data quality indicators, 1 (very good) to 4 (poor)';
comment on column emission.profile is 'methodology profile of cloud use; empty for all else';
drop index emission_once;
create unique index emission_current on emission (activity_id, component, method)
  where superseded_at is null;
create index emission_superseded on emission (activity_id) where superseded_at is not null;
grant update (superseded_at, counted) on emission to ${app_role};

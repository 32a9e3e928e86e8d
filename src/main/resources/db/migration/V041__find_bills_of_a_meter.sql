-- Bills are few beside cloud use, so these indexes cost intake next to nothing.
create index activity_by_meter on activity (tenant_id, account)
  where superseded_at is null
    and kind in ('electricity', 'heat', 'steam', 'cooling', 'stationary-combustion');
create index activity_metered_by_run on activity (run_id)
  where kind in ('electricity', 'heat', 'steam', 'cooling', 'stationary-combustion');
create index activity_superseded_by on activity (superseded_by) where superseded_by is not null;
create index activity_staging_metered on activity_staging (run_id)
  where kind in ('electricity', 'heat', 'steam', 'cooling', 'stationary-combustion');
alter table connection add constraint connection_is_no_accrual check (connection_id <> 'accrual');
comment on constraint connection_is_no_accrual on connection is
  'activities of source accrual are the hub''s own estimates';

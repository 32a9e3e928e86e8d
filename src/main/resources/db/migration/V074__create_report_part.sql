-- What many emissions of a report share, calculations and factors, with its digest at freezing.
create table report_part (
  tenant_id text not null,
  report_id uuid not null references report deferrable initially deferred,
  kind text not null check (kind in ('calculation', 'factor')),
  key text not null,
  digest bytea not null,
  primary key (report_id, kind, key)
);
comment on column report_part.key is 'id of the calculation, or tenant and id of the factor';
alter table report_part enable row level security;
create policy tenant_isolation on report_part using (tenant_id = current_setting('hub.tenant', true));
grant select, insert on report_part to ${app_role};

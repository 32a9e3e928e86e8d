-- Shipped factors belong to tenant '*', which everybody reads and only the hub's start writes.
create table factor (
  tenant_id text not null default '*',
  factor_id text not null,
  kind text not null,
  subject text not null,
  place text not null,
  valid_from date,
  valid_to date,
  per_unit text not null,
  unit text not null,
  value numeric,
  co2 numeric,
  ch4 numeric,
  n2o numeric,
  biogenic_co2 numeric,
  gwp_set text,
  publisher text not null,
  edition text not null,
  table_name text not null,
  row_name text not null,
  licence text not null,
  note text not null,
  learnt_at timestamptz not null default now(),
  primary key (tenant_id, factor_id)
);
alter table factor enable row level security;
create policy tenant_or_shipped on factor for select
  using (tenant_id in ('*', current_setting('hub.tenant', true)));
create policy shipped_by_the_hub on factor for insert
  with check (tenant_id = coalesce(current_setting('hub.tenant', true), ''));
grant select, insert on factor to ${app_role};

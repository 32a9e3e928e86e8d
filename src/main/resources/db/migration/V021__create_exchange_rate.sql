-- What a euro was worth, for all tenants alike ('*'); only the import of a published file writes here.
create table exchange_rate (
  tenant_id text not null default '*' check (tenant_id = '*'),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  day date not null,
  per_euro numeric not null check (per_euro > 0),
  learnt_at timestamptz not null default now(),
  primary key (tenant_id, currency, day)
);
comment on column exchange_rate.per_euro is 'units of the currency for one euro';
alter table exchange_rate enable row level security;
create policy everybody_reads on exchange_rate for select using (true);
create policy import_inserts on exchange_rate for insert
  with check (tenant_id = current_setting('hub.tenant', true));
create policy import_corrects on exchange_rate for update
  using (tenant_id = current_setting('hub.tenant', true));
grant select, insert, update on exchange_rate to ${app_role};

-- How each file of rates looked when it was read last, so that the same one is not read again.
create table rate_import (
  tenant_id text not null,
  location text not null,
  etag text,
  digest text not null,
  imported_at timestamptz not null default now(),
  primary key (tenant_id, location)
);
alter table rate_import enable row level security;
create policy tenant_or_everybody on rate_import for select
  using (tenant_id in ('*', current_setting('hub.tenant', true)));
create policy tenant_inserts on rate_import for insert
  with check (tenant_id = current_setting('hub.tenant', true));
create policy tenant_updates on rate_import for update
  using (tenant_id = current_setting('hub.tenant', true));
grant select, insert, update on rate_import to ${app_role};

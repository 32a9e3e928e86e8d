-- Price indices by which a tenant brings money to the price year of a factor. None come with the hub.
create table price_index (
  tenant_id text not null references tenant,
  index_name text not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  year int not null,
  value numeric not null check (value > 0),
  learnt_at timestamptz not null default now(),
  primary key (tenant_id, index_name, year)
);
alter table price_index enable row level security;
create policy tenant_isolation on price_index using (tenant_id = current_setting('hub.tenant', true));
grant select, insert, update, delete on price_index to ${app_role};

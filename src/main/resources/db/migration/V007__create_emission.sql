create table emission (
  emission_id bigint generated always as identity (cache 1000) primary key,
  tenant_id text not null,
  activity_id bigint not null references activity,
  component text not null,
  scope smallint not null check (scope between 1 and 3),
  category smallint check (category between 1 and 15),
  method text not null,
  kg_co2 numeric,
  kg_ch4 numeric,
  kg_n2o numeric,
  kg_biogenic_co2 numeric,
  kg_co2e numeric not null,
  energy_kwh numeric,
  gwp_set text not null,
  factor_ids text[] not null,
  derivation jsonb not null,
  estimated_at timestamptz not null default now()
);
comment on column emission.kg_co2e is 'unrounded; biogenic CO2 is not in it';
create unique index emission_once on emission (activity_id, component, method);
alter table emission enable row level security;
create policy tenant_isolation on emission using (tenant_id = current_setting('hub.tenant', true));
grant select, insert on emission to ${app_role};

-- An activity that could not be estimated, and why; solved when the factors have changed.
create table estimate_gap (
  tenant_id text not null,
  activity_id bigint primary key references activity,
  code text not null,
  message text not null,
  noticed_at timestamptz not null default now()
);
alter table estimate_gap enable row level security;
create policy tenant_isolation on estimate_gap using (tenant_id = current_setting('hub.tenant', true));
grant select, insert, delete on estimate_gap to ${app_role};

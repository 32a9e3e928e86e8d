-- How something is computed: formula, steps and factors. Thousands of activities that differ only in
-- quantity share one, and no calculation is ever changed.
create table calculation (
  calculation_id bigint generated always as identity primary key,
  tenant_id text not null,
  digest bytea not null,
  body jsonb not null,
  factor_ids text[] not null,
  unique (tenant_id, digest)
);
alter table calculation enable row level security;
create policy tenant_isolation on calculation using (tenant_id = current_setting('hub.tenant', true));
grant select, insert on calculation to ${app_role};

create table emission (
  emission_id bigint generated always as identity (cache 1000) primary key,
  tenant_id text not null,
  activity_id bigint not null,
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
  converted_quantity numeric not null,
  converted_unit text not null,
  calculation_id bigint not null,
  estimated_at timestamptz not null default now()
);
comment on column emission.kg_co2e is 'unrounded; biogenic CO2 is not in it';
comment on column emission.converted_quantity is 'the activity''s quantity in the unit of the formula';
create unique index emission_once on emission (activity_id, component, method);
alter table emission enable row level security;
create policy tenant_isolation on emission using (tenant_id = current_setting('hub.tenant', true));
grant select, insert on emission to ${app_role};

-- The whole derivation of each emission in one row, for people and tools that follow a figure home.
create view derivation with (security_invoker = true) as
select e.tenant_id, e.emission_id, a.activity_id, a.source, a.record_key, a.version,
  a.quantity, a.unit, e.converted_quantity, e.converted_unit, c.body as calculation, c.factor_ids,
  e.energy_kwh, e.kg_co2e, e.gwp_set, a.evidence_object, a.evidence_digest, a.locator, a.lines
from emission e
join activity a using (activity_id)
join calculation c using (calculation_id);
grant select on derivation to ${app_role};

-- An activity that could not be estimated, and why; solved when the factors have changed.
create table estimate_gap (
  tenant_id text not null,
  activity_id bigint primary key,
  code text not null,
  message text not null,
  nearest text[] not null default '{}',
  noticed_at timestamptz not null default now()
);
alter table estimate_gap enable row level security;
create policy tenant_isolation on estimate_gap using (tenant_id = current_setting('hub.tenant', true));
grant select, insert, delete on estimate_gap to ${app_role};

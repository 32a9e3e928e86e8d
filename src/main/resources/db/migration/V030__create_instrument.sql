-- Contractual instruments of Scope 2. A change is a new version; what was loaded is never changed.
create table instrument (
  tenant_id text not null references tenant,
  instrument_id text not null,
  version int not null default 1,
  digest bytea not null,
  type text not null,
  carrier text not null,
  volume_kwh numeric check (volume_kwh > 0),
  use_from date not null,
  use_to date not null check (use_from < use_to),
  generated_from date not null,
  generated_to date not null check (generated_from < generated_to),
  market text[] not null,
  technology text not null,
  kg_co2e_per_kwh numeric not null check (kg_co2e_per_kwh >= 0),
  kg_biogenic_co2_per_kwh numeric not null check (kg_biogenic_co2_per_kwh >= 0),
  facility text not null,
  account text not null,
  supplier text not null,
  registry text not null,
  serial_first text,
  serial_last text,
  retired_on date,
  evidence text not null,
  loaded_from text not null,
  loaded_at timestamptz not null default now(),
  superseded_at timestamptz,
  allocated_at timestamptz,
  primary key (tenant_id, instrument_id, version)
);
comment on column instrument.use_to is 'first day after the consumption that it is claimed for';
comment on column instrument.digest is 'SHA-256 over all that it says, so that the same again is no new version';
comment on column instrument.superseded_at is 'when another version took its place, or it was withdrawn';
comment on column instrument.allocated_at is 'when the market-based emissions of its use were last computed with this row as it is';
create unique index instrument_current on instrument (tenant_id, instrument_id)
  where superseded_at is null;
create index instrument_to_allocate on instrument (tenant_id) where allocated_at is null;
alter table instrument enable row level security;
create policy tenant_isolation on instrument using (tenant_id = current_setting('hub.tenant', true));
grant select, insert on instrument to ${app_role};
grant update (superseded_at, allocated_at) on instrument to ${app_role};

-- What became of each instrument at the last allocation; follows from instruments and activities.
create table instrument_use (
  tenant_id text not null references tenant,
  instrument_id text not null,
  version int not null,
  allocated_kwh numeric not null,
  objections jsonb not null default '[]',
  computed_at timestamptz not null default now(),
  primary key (tenant_id, instrument_id)
);
comment on column instrument_use.objections is 'why it is in no figure: field, value, message of each reason';
alter table instrument_use enable row level security;
create policy tenant_isolation on instrument_use
  using (tenant_id = current_setting('hub.tenant', true));
grant select, insert, delete on instrument_use to ${app_role};

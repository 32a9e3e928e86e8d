-- A proposal to put other figures in force: what was computed, and what became of it.
create table restatement (
  restatement_id bigint generated always as identity primary key,
  tenant_id text not null references tenant,
  request_key text not null,
  period_start date not null,
  period_end date not null check (period_start < period_end),
  basis jsonb not null,
  reason text not null,
  requested_by text not null,
  requested_at timestamptz not null default now(),
  state text not null default 'calculating'
    check (state in ('calculating', 'proposed', 'unchanged', 'approved', 'refused')),
  calculated_at timestamptz,
  decided_by text,
  decided_at timestamptz,
  decision_reason text,
  unique (tenant_id, request_key),
  check ((state in ('approved', 'refused')) = (decided_at is not null)),
  check ((decided_at is null) = (decided_by is null))
);
comment on column restatement.request_key is 'asking twice with one key asks once';
comment on column restatement.basis is 'what to compute with; empty: as the hub estimates at the time';
alter table restatement enable row level security;
create policy tenant_isolation on restatement
  using (tenant_id = current_setting('hub.tenant', true));
grant select, insert on restatement to ${app_role};
grant update (state, calculated_at, decided_by, decided_at, decision_reason)
  on restatement to ${app_role};

-- A proposed emission is born superseded; approval puts it in force, refusal leaves it.
alter table emission add column restatement_id bigint;
comment on column emission.restatement_id is
  'the restatement that proposed it; until that is approved, superseded_at is when it was proposed';
create unique index emission_proposed
  on emission (restatement_id, activity_id, component, method, period_start)
  nulls not distinct where restatement_id is not null;

create table restatement_line (
  line_id bigint generated always as identity primary key,
  tenant_id text not null,
  restatement_id bigint not null references restatement,
  activity_id bigint not null,
  component text not null,
  method text not null,
  day date not null,
  old_emission_id bigint,
  new_emission_id bigint,
  causes text[] not null,
  detail text not null,
  check (old_emission_id is not null or new_emission_id is not null)
);
comment on column restatement_line.day is 'first day of the period that both figures stand for';
create unique index restatement_line_once
  on restatement_line (restatement_id, activity_id, component, method, day);
create index restatement_line_of on restatement_line (restatement_id, line_id);
create index restatement_line_old on restatement_line (restatement_id, old_emission_id);
alter table restatement_line enable row level security;
create policy tenant_isolation on restatement_line
  using (tenant_id = current_setting('hub.tenant', true));
grant select, insert on restatement_line to ${app_role};

create table restatement_value (
  tenant_id text not null,
  restatement_id bigint not null references restatement,
  framework text not null,
  period_start date not null,
  period_end date not null,
  position int not null,
  data_point text not null,
  label text not null,
  unit text not null,
  value_before numeric,
  value_after numeric,
  primary key (restatement_id, framework, period_start, period_end, data_point)
);
comment on column restatement_value.value_before is 'unrounded; null where there was no figure';
alter table restatement_value enable row level security;
create policy tenant_isolation on restatement_value
  using (tenant_id = current_setting('hub.tenant', true));
grant select, insert on restatement_value to ${app_role};

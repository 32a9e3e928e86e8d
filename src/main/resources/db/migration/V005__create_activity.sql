-- One delivery read once: the unit that becomes visible as a whole, and that must balance.
create table run (
  run_id bigint generated always as identity primary key,
  tenant_id text not null references tenant,
  source text not null,
  delivery text not null,
  job_id bigint,
  format text,
  state text not null default 'open' check (state in ('open', 'done', 'unchanged', 'failed')),
  object_digest text,
  objects jsonb not null default '[]',
  lines_read bigint not null default 0,
  lines_usage bigint not null default 0,
  lines_not_usage bigint not null default 0,
  lines_rejected bigint not null default 0,
  records_read bigint not null default 0,
  accepted bigint not null default 0,
  duplicate bigint not null default 0,
  superseding bigint not null default 0,
  rejected bigint not null default 0,
  withdrawn bigint not null default 0,
  cause text,
  started_at timestamptz not null default now(),
  finished_at timestamptz,
  estimated_at timestamptz
);
comment on column run.estimated_at is 'when the last of its activities got its emission or gap';
comment on column run.objects is 'each object of the delivery: name, bytes, SHA-256';
comment on column run.withdrawn is 'activities of an earlier delivery that this one no longer has';
create index run_to_estimate on run (tenant_id, run_id) where state = 'done' and estimated_at is null;
create index run_by_delivery on run (tenant_id, source, delivery, run_id desc);
alter table run enable row level security;
create policy tenant_isolation on run using (tenant_id = current_setting('hub.tenant', true));
grant select, insert, update on run to ${app_role};

create table activity (
  activity_id bigint generated always as identity (cache 1000) primary key,
  tenant_id text not null,
  source text not null,
  record_key text not null,
  version int not null default 1,
  content_digest bytea not null,
  kind text not null,
  subject text not null,
  quantity numeric not null,
  unit text not null,
  period_start timestamptz not null,
  period_end timestamptz not null check (period_start < period_end),
  supplier text not null,
  region text not null,
  postcode text not null,
  country text not null,
  facility text not null,
  account text not null,
  service text not null,
  cost numeric,
  currency text,
  run_id bigint not null,
  evidence_object text not null,
  evidence_digest text not null,
  locator text not null,
  lines bigint not null,
  superseded_at timestamptz,
  superseded_by bigint
);
-- No foreign keys to run, nor from emission to here: these tables are only ever added to, by one
-- statement each that takes the ids from where they stand, and checking each row again would cost
-- as much as inserting it.
comment on table activity is
  'Never changed, only superseded: the current version of a record is the one with superseded_at null';
create index activity_superseded on activity (tenant_id, source, record_key, version)
  where superseded_at is not null;
create unique index activity_current on activity (tenant_id, source, record_key)
  include (content_digest) where superseded_at is null;
create index activity_by_run on activity (run_id, activity_id);
alter table activity enable row level security;
create policy tenant_isolation on activity using (tenant_id = current_setting('hub.tenant', true));
grant select, insert on activity to ${app_role};
grant update (superseded_at, superseded_by) on activity to ${app_role};

-- Records wait here until their delivery is complete; what a dead run left is swept by the next.
create unlogged table activity_staging (
  staging_id bigint generated always as identity (cache 1000),
  tenant_id text not null,
  run_id bigint not null,
  record_key text not null,
  content_digest bytea not null,
  kind text not null,
  subject text not null,
  quantity numeric not null,
  unit text not null,
  period_start timestamptz not null,
  period_end timestamptz not null,
  supplier text not null,
  region text not null,
  postcode text not null,
  country text not null,
  facility text not null,
  account text not null,
  service text not null,
  cost numeric,
  currency text,
  evidence_object text not null,
  evidence_digest text not null,
  locator text not null,
  lines bigint not null
);
create index activity_staging_by_run on activity_staging (run_id, record_key);
alter table activity_staging enable row level security;
create policy tenant_isolation on activity_staging
  using (tenant_id = current_setting('hub.tenant', true));
grant select, insert, delete on activity_staging to ${app_role};

create table rejection (
  rejection_id bigint generated always as identity primary key,
  tenant_id text not null references tenant,
  run_id bigint not null references run,
  object text not null,
  locator text not null,
  field text not null,
  value text,
  code text not null,
  message text not null,
  mitigation text not null
);
create index rejection_by_run on rejection (run_id);
alter table rejection enable row level security;
create policy tenant_isolation on rejection using (tenant_id = current_setting('hub.tenant', true));
grant select, insert on rejection to ${app_role};

-- Lines of a bill that are no use of anything (tax, credit, fee, ...), so that each line is seen.
create table not_usage (
  tenant_id text not null references tenant,
  run_id bigint not null references run,
  reason text not null,
  service text not null,
  account text not null,
  cost numeric not null,
  currency text not null,
  lines bigint not null
);
create index not_usage_by_run on not_usage (run_id);
alter table not_usage enable row level security;
create policy tenant_isolation on not_usage using (tenant_id = current_setting('hub.tenant', true));
grant select, insert on not_usage to ${app_role};

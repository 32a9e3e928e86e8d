-- How much of a delivery, as it stood after a run, has an estimate.
create table run_coverage (
  tenant_id text not null references tenant,
  run_id bigint not null references run,
  currency text not null,
  cost numeric not null,
  cost_by_use numeric not null,
  cost_by_spend numeric not null,
  lines bigint not null,
  lines_by_use bigint not null,
  lines_by_spend bigint not null,
  primary key (run_id, currency)
);
comment on column run_coverage.currency is 'empty for use without a cost';
comment on column run_coverage.cost_by_spend is 'has a spend-based estimate and no other';
alter table run_coverage enable row level security;
create policy tenant_isolation on run_coverage using (tenant_id = current_setting('hub.tenant', true));
grant select, insert, delete on run_coverage to ${app_role};

-- The dearest usage without an estimate.
create table run_uncovered (
  tenant_id text not null references tenant,
  run_id bigint not null references run,
  place int not null,
  service text not null,
  usage_kind text not null,
  unit text not null,
  currency text not null,
  cost numeric not null,
  lines bigint not null,
  primary key (run_id, place)
);
alter table run_uncovered enable row level security;
create policy tenant_isolation on run_uncovered using (tenant_id = current_setting('hub.tenant', true));
grant select, insert, delete on run_uncovered to ${app_role};

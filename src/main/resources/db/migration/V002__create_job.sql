create table job (
  job_id bigint generated always as identity primary key,
  tenant_id text not null references tenant,
  kind text not null,
  payload jsonb not null default '{}',
  dedupe_key text,
  exclusive_key text,
  priority int not null default 0,
  state text not null default 'queued'
    check (state in ('queued', 'running', 'succeeded', 'parked', 'cancelled')),
  run_at timestamptz not null default now(),
  attempt int not null default 0,
  lease_owner text,
  lease_until timestamptz,
  cause text,
  result jsonb,
  created_at timestamptz not null default now(),
  started_at timestamptz,
  finished_at timestamptz,
  unique (tenant_id, dedupe_key)
);
comment on column job.dedupe_key is 'asking twice with one key makes one job; null: no such limit';
comment on column job.exclusive_key is 'of the jobs of a tenant with one key, one runs at a time';
comment on column job.cause is 'why the last attempt failed; kept when a later one succeeds';
create index job_claimable on job (priority desc, run_at) where state in ('queued', 'running');
alter table job enable row level security;
create policy tenant_isolation on job using (tenant_id = current_setting('hub.tenant', true));
grant select, insert, update on job to ${app_role};

create unique index job_exclusive on job (tenant_id, exclusive_key) where state = 'running';

-- Workers serve all tenants, so claiming runs with the owner's rights, and does only this: take the
-- most urgent job that is due, or whose worker has let its lease run out. One at a time, so that of
-- two jobs with one exclusive key the second waits. A job that takes its worker down with it, time
-- after time, is parked: failures count when they are settled, and such a worker settles nothing.
create function claim_job(worker text, lease interval)
returns setof job language sql security definer set search_path from current as $$
  update job set state = 'parked', lease_owner = null, lease_until = null, finished_at = now(),
      cause = 'its worker died in each of ' || attempt || ' attempts'
  where state = 'running' and lease_until < now() and attempt >= 10;
  update job set state = 'running', lease_owner = worker, lease_until = now() + lease,
      attempt = attempt + 1, started_at = now()
  where job_id = (
    select job_id from job candidate
    where ((state = 'queued' and run_at <= now()) or (state = 'running' and lease_until < now()))
      and not exists (
        select 1 from job other where other.tenant_id = candidate.tenant_id
          and other.exclusive_key = candidate.exclusive_key and other.state = 'running'
          and other.job_id <> candidate.job_id)
    order by priority desc, run_at, job_id
    limit 1 for update skip locked)
  returning *
$$;
revoke all on function claim_job from public;
grant execute on function claim_job to ${app_role};

-- A worker that is known to be dead (the hub's own earlier life on the same embedded database)
-- need not be waited for.
create function release_leases() returns int language sql security definer
set search_path from current as $$
  with freed as (
    update job set lease_until = now() - interval '1 second' where state = 'running' returning 1)
  select count(*)::int from freed
$$;
revoke all on function release_leases from public;
grant execute on function release_leases to ${app_role};

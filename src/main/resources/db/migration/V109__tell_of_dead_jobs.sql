-- A job that takes its worker down with it, time after time, is still parked after ten attempts, but
-- no longer by the claim, which told nobody: whoever claims asks for such jobs first, and settles them
-- like any other, one by one and within their tenant.
create function dead_jobs()
returns setof job language sql security definer set search_path from current stable as $$
  select * from job where state = 'running' and lease_until < now() and attempt >= 10
$$;
revoke all on function dead_jobs from public;
grant execute on function dead_jobs to ${app_role};

create or replace function claim_job(worker text, lease interval)
returns setof job language sql security definer set search_path from current as $$
  update job set state = 'running', lease_owner = worker, lease_until = now() + lease,
      attempt = attempt + 1, started_at = now()
  where job_id = (
    select job_id from job candidate
    where ((state = 'queued' and run_at <= now())
        or (state = 'running' and lease_until < now() and attempt < 10))
      and not exists (
        select 1 from job other where other.tenant_id = candidate.tenant_id
          and other.exclusive_key = candidate.exclusive_key and other.state = 'running'
          and other.job_id <> candidate.job_id)
    order by priority desc, run_at, job_id
    limit 1 for update skip locked)
  returning *
$$;

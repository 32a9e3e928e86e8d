-- Whoever works on jobs cannot delete any; it can only have old settled ones forgotten, here. What
-- waits for people (parked) stays, and so does what something points to: the job of a run, that of
-- a link. Deliveries stay as well: their keys keep a report from being delivered twice.
create function forget_jobs(age interval, most int) returns int language sql security definer
set search_path from current as $$
  with forgotten as (
    delete from job where job_id in (
      select job_id from job old
      where state in ('succeeded', 'cancelled') and finished_at < now() - age
        and kind not like 'deliver-%'
        and not exists (
          select 1 from run where run.tenant_id = old.tenant_id and run.job_id = old.job_id)
        and not exists (
          select 1 from download_link link
          where link.tenant_id = old.tenant_id and link.job_id = old.job_id)
      order by finished_at
      limit most for update skip locked)
    returning 1)
  select count(*)::int from forgotten
$$;
revoke all on function forget_jobs from public;
grant execute on function forget_jobs to ${app_role};

-- What no job goes on with until somebody decides or enters new credentials, of all tenants together:
-- metrics belong to the operator, and say how much waits, never whose.
create function waiting_for_people(out held_runs bigint, out refused_jobs bigint)
language sql stable security definer set search_path from current as $$
  select
    (select count(*) from run where state = 'held'),
    (select count(*) from job j
      join connection c on c.tenant_id = j.tenant_id and c.connection_id = j.payload ->> 'connection'
      where j.state = 'parked' and j.kind in ('sync', 'backfill')
        and j.finished_at >= c.credential_refused_at)
$$;
revoke all on function waiting_for_people from public;
grant execute on function waiting_for_people to ${app_role};
create index job_parked on job (kind) where state = 'parked';

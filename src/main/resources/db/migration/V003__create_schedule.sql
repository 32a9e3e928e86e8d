create table report_plan (
  tenant_id text not null references tenant,
  plan_id text not null check (plan_id ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
  framework text not null,
  period_start date not null,
  period_end date not null,
  language text not null default 'en',
  recipients text[] not null default '{}',
  cron text,
  time_zone text not null default 'UTC',
  enabled boolean not null default true,
  primary key (tenant_id, plan_id),
  check (period_start < period_end)
);
comment on column report_plan.period_end is 'first day after the period';
alter table report_plan enable row level security;
create policy tenant_isolation on report_plan using (tenant_id = current_setting('hub.tenant', true));
grant select, insert, update, delete on report_plan to ${app_role};

-- What the scheduler of every replica has to know of all tenants, and no more.
create function schedules()
returns table (tenant_id text, kind text, subject text, cron text, time_zone text)
language sql stable security definer set search_path from current as $$
  select tenant_id, 'sync', connection_id, cron, time_zone from connection
  where enabled and cron is not null
  union all
  select tenant_id, 'report', plan_id, cron, time_zone from report_plan
  where enabled and cron is not null
$$;
revoke all on function schedules from public;
grant execute on function schedules to ${app_role};

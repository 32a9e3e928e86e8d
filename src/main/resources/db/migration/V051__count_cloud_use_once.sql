create index activity_reported on activity (tenant_id, supplier) where kind = 'cloud.reported';

-- Activities of cloud use that another one stands for, so that nothing counts twice. What a provider
-- reports for an account (no account: for all of them) and month, and what the hub estimates for them, are
-- two tellings of one thing: the one that the tenant's order prefers counts, the other where there is no
-- such. Of reports, those of the whole provider stand for those of its accounts; those of the version read
-- last for earlier ones; location-based for unnamed, and these for market-based ones. A report over several
-- months counts for all of them or for none.
create view replaced_activity with (security_invoker = true) as
with report as materialized (
  select a.tenant_id, a.activity_id, lower(a.supplier) as provider, a.account,
    coalesce(a.details->>'model_version', '') as version,
    case a.details->>'basis' when 'location' then 0 when 'market' then 2 else 1 end as basis,
    m.month
  from activity a
  join emission e using (activity_id)
  cross join lateral generate_series(
    date_trunc('month', a.period_start at time zone 'UTC'),
    a.period_end at time zone 'UTC' - interval '1 microsecond', interval '1 month') as m(month)
  where a.kind = 'cloud.reported' and e.superseded_at is null and e.counted
),
own as materialized (
  select a.tenant_id, lower(a.supplier) as provider, a.account,
    date_trunc('month', a.period_start at time zone 'UTC') as month, e.method
  from activity a
  join emission e using (activity_id)
  where exists (select 1 from report) and a.kind in ('cloud.compute', 'cloud.memory',
      'cloud.storage.ssd', 'cloud.storage.hdd', 'cloud.network', 'cloud.other')
    and e.superseded_at is null and e.counted
  group by 1, 2, 3, 4, 5
),
whole as (
  select tenant_id, provider, month from report where account = '' group by 1, 2, 3
),
foremost as (
  select distinct on (r.tenant_id, r.provider, r.account, r.month) r.*
  from report r
  where r.account = '' or not exists (select 1 from whole w
    where w.tenant_id = r.tenant_id and w.provider = r.provider and w.month = r.month)
  order by r.tenant_id, r.provider, r.account, r.month, r.basis, r.activity_id desc
),
slot as (
  select l.*, cloud_rank(l.tenant_id, l.provider, 'provider-reported') as rank,
    (select min(cloud_rank(o.tenant_id, o.provider, o.method)) from own o
     where o.tenant_id = l.tenant_id and o.provider = l.provider and o.month = l.month
       and (l.account = '' or l.account = o.account)) as own_rank
  from foremost l
),
verdict as (
  select r.tenant_id, r.activity_id,
    bool_and(s.rank is not null and (s.own_rank is null or s.rank < s.own_rank)) as counts
  from report r
  left join slot s on s.tenant_id = r.tenant_id and s.provider = r.provider
    and s.account = r.account and s.month = r.month and s.basis = r.basis and s.version = r.version
  group by 1, 2
),
stands as (
  select r.tenant_id, r.provider, r.account, r.month, min(r.activity_id) as activity_id
  from report r join verdict v using (activity_id) where v.counts group by 1, 2, 3, 4
)
select v.tenant_id, v.activity_id, null::bigint as replaced_by from verdict v
where v.counts is not true
union all
select a.tenant_id, a.activity_id, s.activity_id from activity a
join stands s on s.tenant_id = a.tenant_id and s.provider = lower(a.supplier)
  and s.month = date_trunc('month', a.period_start at time zone 'UTC')
  and (s.account = '' or s.account = a.account)
where a.kind in ('cloud.compute', 'cloud.memory', 'cloud.storage.ssd', 'cloud.storage.hdd',
  'cloud.network', 'cloud.other');
comment on view replaced_activity is 'what totals leave out because a provider''s report, or the hub''s own estimate, stands for it';
comment on column replaced_activity.replaced_by is 'one activity of the report that stands for it; null for a report that does not count';
grant select on replaced_activity to ${app_role};

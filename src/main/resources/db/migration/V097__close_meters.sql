-- A meter that somebody has marked closed is not accrued after its last bill.
create table closed_meter (
  tenant_id text not null references tenant,
  meter text not null,
  reason text not null,
  closed_by text not null,
  closed_at timestamptz not null default now(),
  primary key (tenant_id, meter)
);
comment on column closed_meter.meter is 'its name, as accruals carry it: kind/subject/facility/point';
alter table closed_meter enable row level security;
create policy tenant_isolation on closed_meter using (tenant_id = current_setting('hub.tenant', true));
grant select, insert, update, delete on closed_meter to ${app_role};

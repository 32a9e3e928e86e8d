-- The receipts: what has arrived where. A delivery that is done again leaves out what has one.
create table delivery (
  tenant_id text not null references tenant,
  target_id text not null,
  report_id uuid not null references report,
  rendering text not null,
  location text not null,
  digest text not null,
  bytes bigint not null,
  attempts int not null,
  delivered_at timestamptz not null default now(),
  primary key (tenant_id, target_id, report_id, rendering)
);
comment on column delivery.rendering is 'name of the rendering; message or event where all went in one';
comment on column delivery.digest is 'SHA-256 of what was handed over';
comment on column delivery.attempts is 'the attempt of the job that succeeded, 1 for the first';
alter table delivery enable row level security;
create policy tenant_isolation on delivery using (tenant_id = current_setting('hub.tenant', true));
grant select, insert on delivery to ${app_role};

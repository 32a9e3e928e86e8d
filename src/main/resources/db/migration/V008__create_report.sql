create table report (
  report_id uuid primary key,
  tenant_id text not null references tenant,
  plan_id text not null,
  framework text not null,
  period_start date not null,
  period_end date not null,
  digest text not null,
  content text not null,
  frozen_at timestamptz not null
);
comment on column report.content is 'the frozen report as JSON, byte for byte what the digest is over; all renderings are made from it';
alter table report enable row level security;
create policy tenant_isolation on report using (tenant_id = current_setting('hub.tenant', true));
grant select, insert on report to ${app_role};

-- The emissions behind each value: the way back to the row of the bill.
create table report_emission (
  tenant_id text not null,
  report_id uuid not null references report,
  value_id text not null,
  emission_id bigint not null references emission,
  primary key (report_id, value_id, emission_id)
);
alter table report_emission enable row level security;
create policy tenant_isolation on report_emission
  using (tenant_id = current_setting('hub.tenant', true));
grant select, insert on report_emission to ${app_role};

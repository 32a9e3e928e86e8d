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

-- The emissions that the report was made from: the way back to the row of the bill. Which of them
-- stand behind which value follows from the framework's selection, which like them never changes.
create table report_emission (
  tenant_id text not null,
  report_id uuid not null references report,
  emission_id bigint not null,
  primary key (report_id, emission_id)
);
alter table report_emission enable row level security;
create policy tenant_isolation on report_emission
  using (tenant_id = current_setting('hub.tenant', true));
grant select, insert on report_emission to ${app_role};

-- What has no market-based figure because an instrument that would cover it is under review: by the
-- first day of what was estimated by itself, so that a report finds just the ones of its period.
create table market_withheld (
  tenant_id text not null,
  activity_id bigint not null,
  day date not null,
  message text not null,
  primary key (activity_id, day)
);
create index market_withheld_by_day on market_withheld (tenant_id, day);
alter table market_withheld enable row level security;
create policy tenant_isolation on market_withheld
  using (tenant_id = current_setting('hub.tenant', true));
grant select, insert, delete on market_withheld to ${app_role};

-- The links that went out, so that one can be taken back alone. A link itself is nowhere here: its
-- holder has it, and the hub's signature proves it.
create table download_link (
  link_id uuid not null default gen_random_uuid(),
  tenant_id text not null references tenant,
  target_id text not null,
  job_id bigint not null,
  report_id uuid not null references report,
  rendering text not null,
  made_at timestamptz not null default now(),
  expires_at timestamptz not null,
  opened int not null default 0,
  last_opened_at timestamptz,
  revoked_at timestamptz,
  revoked_by text,
  primary key (tenant_id, link_id),
  unique (tenant_id, job_id, report_id, rendering),
  check ((revoked_at is null) = (revoked_by is null))
);
comment on column download_link.target_id is 'where it was sent; recipients are a plan''s own';
comment on column download_link.job_id is 'the delivery that made it; tried again it makes it no twice';
comment on column download_link.opened is 'how often a file was asked for with it';
create index download_link_target on download_link (tenant_id, target_id, expires_at);
alter table download_link enable row level security;
create policy tenant_isolation on download_link
  using (tenant_id = current_setting('hub.tenant', true));
grant select, insert, update on download_link to ${app_role};

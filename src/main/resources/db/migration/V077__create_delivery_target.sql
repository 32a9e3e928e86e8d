-- Where reports go to beside the hub's own output directory.
create table delivery_target (
  tenant_id text not null references tenant,
  target_id text not null check (target_id ~ '^[a-z0-9][a-z0-9-]{0,62}$' and target_id <> 'recipients'),
  plan_id text,
  kind text not null
    check (kind in ('email', 'directory', 's3', 'azure-blob', 'gcs', 'sftp', 'webhook')),
  renderings text[] not null,
  name_pattern text not null,
  settings jsonb not null default '{}',
  secret bytea,
  enabled boolean not null default true,
  created_at timestamptz not null default now(),
  primary key (tenant_id, target_id),
  foreign key (tenant_id, plan_id) references report_plan (tenant_id, plan_id)
);
comment on column delivery_target.target_id is 'recipients is the name of a plan''s own recipients';
comment on column delivery_target.plan_id is 'the plan whose reports go there; null: those of all plans';
comment on column delivery_target.settings is 'what its kind needs to be found; never a secret';
comment on column delivery_target.secret is 'JSON of credentials, encrypted by the hub';
alter table delivery_target enable row level security;
create policy tenant_isolation on delivery_target
  using (tenant_id = current_setting('hub.tenant', true));
grant select, insert, update, delete on delivery_target to ${app_role};

-- Every table has tenant_id and shows the application only the rows of the tenant that the
-- transaction names in the setting hub.tenant. ${app_role} owns nothing and bypasses nothing.
create table tenant (
  tenant_id text primary key check (tenant_id ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
  name text not null,
  lei text,
  country text,
  created_at timestamptz not null default now()
);
alter table tenant enable row level security;
create policy tenant_isolation on tenant using (tenant_id = current_setting('hub.tenant', true));
grant select, insert, update on tenant to ${app_role};

create table connection (
  tenant_id text not null references tenant,
  connection_id text not null check (connection_id ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
  kind text not null,
  settings jsonb not null default '{}',
  secret bytea,
  cron text,
  time_zone text not null default 'UTC',
  enabled boolean not null default true,
  created_at timestamptz not null default now(),
  primary key (tenant_id, connection_id)
);
comment on column connection.settings is 'location and options; never a secret';
comment on column connection.secret is 'JSON of credentials, encrypted by the hub';
comment on column connection.cron is 'Quartz cron expression in time_zone; null: only on demand';
alter table connection enable row level security;
create policy tenant_isolation on connection using (tenant_id = current_setting('hub.tenant', true));
grant select, insert, update, delete on connection to ${app_role};

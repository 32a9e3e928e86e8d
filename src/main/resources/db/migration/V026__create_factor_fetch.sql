-- How an address answered last, so that an edition that has not changed is not fetched again.
create table factor_fetch (
  tenant_id text not null references tenant,
  url text not null,
  table_name text not null,
  etag text,
  last_modified text,
  edition_id bigint not null references factor_edition,
  fetched_at timestamptz not null,
  primary key (tenant_id, url, table_name)
);
alter table factor_fetch enable row level security;
create policy tenant_isolation on factor_fetch
  using (tenant_id = current_setting('hub.tenant', true));
grant select, insert, update on factor_fetch to ${app_role};

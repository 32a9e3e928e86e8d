-- Who declares under CBAM, and who signs.
create table cbam_declarant (
  tenant_id text primary key references tenant,
  content jsonb not null,
  changed_at timestamptz not null default now(),
  changed_by text not null
);
alter table cbam_declarant enable row level security;
create policy tenant_isolation on cbam_declarant
  using (tenant_id = current_setting('hub.tenant', true));
grant select, insert, update on cbam_declarant to ${app_role};

-- How a tenant's reports look. A frozen report keeps the look that it was frozen with.
create table report_theme (
  tenant_id text primary key references tenant,
  name text,
  primary_colour text not null check (primary_colour ~ '^#[0-9a-fA-F]{6}$'),
  accent_colour text not null check (accent_colour ~ '^#[0-9a-fA-F]{6}$')
);
comment on column report_theme.name is 'on the cover in place of the entity''s; null: the entity''s';
alter table report_theme enable row level security;
create policy tenant_isolation on report_theme
  using (tenant_id = current_setting('hub.tenant', true));
grant select, insert, update on report_theme to ${app_role};

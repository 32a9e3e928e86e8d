create table cbam_declaration (
  declaration_id uuid primary key,
  tenant_id text not null references tenant,
  period text not null,
  digest text not null,
  content text not null,
  frozen_at timestamptz not null,
  frozen_by text not null
);
comment on column cbam_declaration.content is 'the frozen declaration as JSON, byte for byte what the digest is over; all renderings are made from it';
create index cbam_declaration_by_time on cbam_declaration (tenant_id, frozen_at);
alter table cbam_declaration enable row level security;
create policy tenant_isolation on cbam_declaration
  using (tenant_id = current_setting('hub.tenant', true));
grant select, insert on cbam_declaration to ${app_role};

-- The goods lines that a declaration was made from.
create table cbam_declaration_line (
  tenant_id text not null references tenant,
  declaration_id uuid not null references cbam_declaration,
  line_id text not null,
  version int not null,
  primary key (declaration_id, line_id),
  foreign key (tenant_id, line_id, version) references cbam_goods
);
alter table cbam_declaration_line enable row level security;
create policy tenant_isolation on cbam_declaration_line
  using (tenant_id = current_setting('hub.tenant', true));
grant select, insert on cbam_declaration_line to ${app_role};

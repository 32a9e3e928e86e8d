-- Imported goods that CBAM applies to. A change is a new version; what was loaded is never changed.
create table cbam_goods (
  tenant_id text not null references tenant,
  line_id text not null,
  version int not null default 1,
  digest bytea not null,
  imported_on date not null,
  cells jsonb not null,
  loaded_from text not null,
  loaded_at timestamptz not null default now(),
  superseded_at timestamptz,
  primary key (tenant_id, line_id, version)
);
comment on column cbam_goods.cells is 'array: the cells of its row, then those of its precursors, as they were read';
comment on column cbam_goods.digest is 'SHA-256 over the cells, so that the same again is no new version';
comment on column cbam_goods.superseded_at is 'when another version took its place, or it was withdrawn';
create unique index cbam_goods_current on cbam_goods (tenant_id, line_id)
  where superseded_at is null;
create index cbam_goods_by_day on cbam_goods (tenant_id, imported_on) where superseded_at is null;
alter table cbam_goods enable row level security;
create policy tenant_isolation on cbam_goods using (tenant_id = current_setting('hub.tenant', true));
grant select, insert on cbam_goods to ${app_role};
grant update (superseded_at) on cbam_goods to ${app_role};

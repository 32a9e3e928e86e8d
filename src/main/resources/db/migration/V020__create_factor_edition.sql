-- An edition is a table of factors as it was sent at one time. It is proposed, and approved or refused
-- as a whole; approved, it is what the hub knows until another edition of the same table replaces it.
-- What was known at an instant is therefore: approved_at <= instant, and not replaced by then.
create table factor_edition (
  edition_id bigint generated always as identity primary key,
  tenant_id text not null,
  table_name text not null check (table_name ~ '^[a-z0-9][a-z0-9._-]{0,62}$'),
  label text not null,
  origin text not null,
  digest text not null,
  rows int not null,
  problems int not null,
  state text not null check (state in ('proposed', 'approved', 'refused')),
  proposed_at timestamptz not null default clock_timestamp(),
  proposed_by text not null,
  decided_at timestamptz,
  decided_by text,
  reason text,
  replaced_at timestamptz,
  replaced_by bigint references factor_edition,
  compared_with bigint references factor_edition,
  added int not null default 0,
  removed int not null default 0,
  changed int not null default 0,
  unchanged int not null default 0,
  check ((state = 'proposed') = (decided_at is null)),
  check (state <> 'approved' or problems = 0),
  check (replaced_at is null or state = 'approved')
);
comment on column factor_edition.tenant_id is '* for the tables that come with the hub';
comment on column factor_edition.digest is 'SHA-256 of the bytes that were sent';
comment on column factor_edition.compared_with is 'the edition that its changes are told against';
create unique index factor_edition_current on factor_edition (tenant_id, table_name)
  where state = 'approved' and replaced_at is null;
create unique index factor_edition_once on factor_edition (tenant_id, table_name, digest)
  where state <> 'refused';
alter table factor_edition enable row level security;
create policy tenant_or_shipped on factor_edition for select
  using (tenant_id in ('*', current_setting('hub.tenant', true)));
create policy own_insert on factor_edition for insert
  with check (tenant_id = current_setting('hub.tenant', true));
create policy own_update on factor_edition for update
  using (tenant_id = current_setting('hub.tenant', true));
grant select, insert on factor_edition to ${app_role};
grant update (state, decided_at, decided_by, reason, replaced_at, replaced_by, compared_with, added,
  removed, changed, unchanged) on factor_edition to ${app_role};

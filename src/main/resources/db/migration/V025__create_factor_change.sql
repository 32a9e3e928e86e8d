-- What an edition changes against the one that was in force, line by line. A restatement starts here:
-- before_id leads to calculation.factor_ids, and so to what was estimated with the older figure.
create table factor_change (
  tenant_id text not null,
  edition_id bigint not null references factor_edition,
  position int not null,
  change text not null check (change in ('added', 'removed', 'changed')),
  before_id text,
  after_id text,
  kind text not null,
  subject text not null,
  place text not null,
  per_unit text not null,
  differences jsonb not null default '[]',
  primary key (edition_id, position)
);
comment on column factor_change.differences is
  'field, before, after, and for figures ratio = after / before';
alter table factor_change enable row level security;
create policy tenant_isolation on factor_change
  using (tenant_id = current_setting('hub.tenant', true));
grant select, insert, delete on factor_change to ${app_role};

-- Which factors an edition consists of. A row that is the same in the next edition is the same factor,
-- so that what was computed with it need not be computed again; a row with other content is another
-- factor, whose id ends in @ and the edition that brought it.
create table factor_edition_row (
  edition_id bigint not null references factor_edition,
  tenant_id text not null,
  factor_id text not null,
  primary key (edition_id, factor_id),
  foreign key (tenant_id, factor_id) references factor
);
alter table factor_edition_row enable row level security;
create policy tenant_or_shipped on factor_edition_row for select
  using (tenant_id in ('*', current_setting('hub.tenant', true)));
create policy own_insert on factor_edition_row for insert
  with check (tenant_id = current_setting('hub.tenant', true));
grant select, insert on factor_edition_row to ${app_role};
create index factor_by_name on factor (tenant_id, split_part(factor_id, '@', 1));

-- What is wrong with an edition, all of it; one that has a problem cannot be approved.
create table factor_problem (
  tenant_id text not null,
  edition_id bigint not null references factor_edition,
  position int not null,
  row_number bigint not null,
  field text not null,
  value text not null,
  message text not null,
  primary key (edition_id, position)
);
comment on column factor_problem.row_number is 'the first row of data is 1; 0 is the file as a whole';
alter table factor_problem enable row level security;
create policy tenant_isolation on factor_problem
  using (tenant_id = current_setting('hub.tenant', true));
grant select, insert on factor_problem to ${app_role};

-- What the tenant stated is sealed with a report as its calculations and factors are.
alter table report_part drop constraint report_part_kind_check;
alter table report_part add constraint report_part_kind_check
  check (kind in ('calculation', 'factor', 'statement'));
comment on column report_part.key is 'id of the calculation or statement, or tenant and id of the factor';

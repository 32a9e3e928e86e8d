alter table report
  add column filed_at timestamptz,
  add column filed_by text,
  add constraint report_filed_by_somebody check ((filed_at is null) = (filed_by is null));
comment on column report.filed_at is
  'since then the figures of its period move only by an approved restatement';
create index report_filed on report (tenant_id, period_start, period_end)
  where filed_at is not null;
grant update (filed_at, filed_by) on report to ${app_role};
alter table tenant add column approves_unfiled boolean not null default false;
comment on column tenant.approves_unfiled is
  'whether restatements that touch no filed period need no approval by a person';

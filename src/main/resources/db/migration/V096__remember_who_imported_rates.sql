-- Exchange rates are every tenant's: who brought them in stands beside what was brought.
alter table rate_import
  add column last_modified text,
  add column imported_by text not null default 'job';
comment on column rate_import.imported_by is 'login name of the API, or the job that fetched it';

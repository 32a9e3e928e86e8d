-- What a tenant states for a period: figures and words that no record tells. Never changed, only superseded.
create table statement (
  statement_id bigint generated always as identity primary key,
  tenant_id text not null references tenant,
  key text not null,
  period_start date not null,
  period_end date not null check (period_start < period_end),
  value numeric,
  unit text not null,
  words text not null,
  language text not null,
  source text not null,
  stated_by text not null,
  stated_at timestamptz not null default now(),
  superseded_at timestamptz,
  superseded_by text,
  check ((value is null) = (words <> '')),
  check ((superseded_at is null) = (superseded_by is null))
);
comment on column statement.key is 'what it is about, as frameworks name it: net-revenue';
comment on column statement.period_end is 'first day after the period';
comment on column statement.unit is 'of a figure, an ISO 4217 code of money; empty of words';
comment on column statement.language is 'of words, ISO 639-1; empty of a figure';
comment on column statement.source is 'where it is evidenced: a page of the annual report, a contract';
comment on column statement.superseded_by is 'who stated something else for it, or withdrew it';
create unique index statement_current on statement (tenant_id, key, period_start, period_end, language)
  where superseded_at is null;
alter table statement enable row level security;
create policy tenant_isolation on statement using (tenant_id = current_setting('hub.tenant', true));
grant select, insert on statement to ${app_role};
grant update (superseded_at, superseded_by) on statement to ${app_role};

-- A report remembers what its emissions and their activities were, so that a later change shows. The
-- emissions are written first, because the report's own digest takes theirs in.
alter table report_emission
  add column emission_digest bytea,
  add column activity_digest bytea,
  alter constraint report_emission_report_id_fkey deferrable initially deferred;
comment on column report_emission.emission_digest is
  'SHA-256 of the emission''s canonical form; null in reports of the first releases';
comment on column report_emission.activity_digest is 'the same of its activity';

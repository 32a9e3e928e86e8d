-- A connection whose credentials were refused says so until a sync gets through.
alter table connection add column credential_refused_at timestamptz, add column credential_problem text;
comment on column connection.credential_problem is 'which credential, and what to do; never the credential';

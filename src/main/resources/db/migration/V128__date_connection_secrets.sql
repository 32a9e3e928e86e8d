-- A secret is never shown; when it was set is what tells whether a rotation has arrived.
alter table connection add column secret_set_at timestamptz;
comment on column connection.secret_set_at is 'null: no secret, or one from before this was kept';

-- How far a source that is asked month by month has been read, so that a month that is complete is not
-- asked for again. What files have been seen stands in run.objects.
create table connection_cursor (
  tenant_id text not null,
  connection_id text not null,
  part text not null,
  complete_to date not null check (extract(day from complete_to) = 1),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, connection_id, part),
  foreign key (tenant_id, connection_id) references connection on delete cascade
);
comment on column connection_cursor.part is 'report and subscription, or whatever the source is asked by';
comment on column connection_cursor.complete_to is 'first day, in UTC, of the month after the last complete one';
alter table connection_cursor enable row level security;
create policy tenant_isolation on connection_cursor
  using (tenant_id = current_setting('hub.tenant', true));
grant select, insert, update on connection_cursor to ${app_role};

-- A delivery that lost more than half of what it had before is not taken in until somebody says so.
alter table run drop constraint run_state_check;
alter table run add constraint run_state_check check (state in
  ('open', 'done', 'unchanged', 'failed', 'held', 'confirmed', 'discarded'));
alter table run add column decided_by text, add column decided_at timestamptz;
comment on column run.decided_by is 'who confirmed or discarded a held run; null where a later delivery took its place';
create index run_held on run (tenant_id, run_id) where state = 'held';

create table run_shrinkage (
  tenant_id text not null references tenant,
  run_id bigint not null references run,
  measure text not null check (measure in ('activities', 'lines', 'cost')),
  unit text not null,
  before numeric not null,
  after numeric not null,
  primary key (run_id, measure, unit)
);
comment on table run_shrinkage is 'what a held run would have left of its delivery, by each measure';
comment on column run_shrinkage.unit is 'currency of a cost, else empty';
alter table run_shrinkage enable row level security;
create policy tenant_isolation on run_shrinkage
  using (tenant_id = current_setting('hub.tenant', true));
grant select, insert on run_shrinkage to ${app_role};

-- Up to which month all of a tenant's meters were looked at for bills that have not come.
create table accrual_month (
  tenant_id text primary key references tenant,
  looked_until date not null
);
comment on column accrual_month.looked_until is 'first day after the last month that was looked at';
alter table accrual_month enable row level security;
create policy tenant_isolation on accrual_month using (tenant_id = current_setting('hub.tenant', true));
grant select, insert, update, delete on accrual_month to ${app_role};

-- How a tenant's cloud use is estimated; without a row, by the hub's own profile and order of methods.
create table methodology (
  tenant_id text primary key references tenant,
  profile text not null,
  changed_at timestamptz not null default now()
);
comment on column methodology.profile is 'for emissions from now on; those there are keep theirs until restated';
alter table methodology enable row level security;
create policy tenant_isolation on methodology using (tenant_id = current_setting('hub.tenant', true));
grant select, insert, update on methodology to ${app_role};

-- The methods that a tenant wants for a provider's use, the preferred one with rank 0.
create table cloud_method (
  tenant_id text not null references methodology,
  provider text not null,
  method text not null,
  rank smallint not null,
  primary key (tenant_id, provider, method)
);
comment on column cloud_method.provider is 'in lower case; * stands for every provider that is not named';
comment on column cloud_method.method is 'as on emissions: cloud-usage, spend-based or provider-reported';
alter table cloud_method enable row level security;
create policy tenant_isolation on cloud_method using (tenant_id = current_setting('hub.tenant', true));
grant select, insert, delete on cloud_method to ${app_role};

-- Place of a method in a tenant's order for a provider; null for one that the tenant leaves out.
create function cloud_rank(tenant text, of_provider text, of_method text) returns int
  language sql stable as
$$
  select case
    when exists (select 1 from cloud_method m where m.tenant_id = tenant) then
      (select m.rank::int from cloud_method m
       where m.tenant_id = tenant and m.method = of_method
         and m.provider = coalesce((select min(n.provider) from cloud_method n
           where n.tenant_id = tenant and n.provider = of_provider), '*'))
    when of_method = 'cloud-usage' then 0
    when of_method = 'provider-reported' then 1
  end
$$;
grant execute on function cloud_rank(text, text, text) to ${app_role};

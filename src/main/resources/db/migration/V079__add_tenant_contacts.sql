alter table tenant
  add column administrators text[] not null default '{}',
  add column language text not null default 'en';
comment on column tenant.administrators is 'addresses that are told when a job is parked';
comment on column tenant.language is 'of the hub''s mail to them, a BCP 47 tag';

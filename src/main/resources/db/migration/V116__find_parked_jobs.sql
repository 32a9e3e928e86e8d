-- Notices look for what was parked lately, among all that a tenant's jobs have ever been.
create index job_parked_lately on job (tenant_id, finished_at) where state = 'parked';

-- A backfill is told by its months, one job each, among all that a tenant's jobs have ever been.
create index job_of_backfill on job (tenant_id, (payload->>'backfill')) where kind = 'backfill';

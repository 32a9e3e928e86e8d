-- For forget_jobs, which asks of each old job whether a run points to it.
create index run_job on run (tenant_id, job_id);

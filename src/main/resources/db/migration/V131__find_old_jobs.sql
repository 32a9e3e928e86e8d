-- For forget_jobs, which asks for the oldest first.
create index job_settled on job (finished_at) where state in ('succeeded', 'cancelled');

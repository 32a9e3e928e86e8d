-- How the last sync of a connection went is asked with the connection.
create index job_sync on job (tenant_id, exclusive_key, job_id desc) where kind = 'sync';

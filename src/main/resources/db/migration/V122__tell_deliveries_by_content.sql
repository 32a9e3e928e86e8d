-- What a run took in, whatever its delivery is called: how many records, and the sum of their digests. Two deliveries
-- of the same content are one bill under two names.
alter table run add column content text;
create index run_by_content on run (tenant_id, source, content) where state = 'done' and content is not null;

-- What a kind of activity needs beside quantity, subject, place and period; null where it needs nothing.
alter table activity add column details jsonb;
alter table activity_staging add column details jsonb;

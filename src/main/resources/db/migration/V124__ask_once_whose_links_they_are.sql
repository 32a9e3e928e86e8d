-- A report links a million emissions with one statement, and reads them with one. Whose they may be is asked
-- once for each statement now, not for each row.
alter policy tenant_isolation on report_emission
  using (tenant_id = (select current_setting('hub.tenant', true)));

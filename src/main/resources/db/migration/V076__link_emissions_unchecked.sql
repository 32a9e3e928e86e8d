-- The emissions of a report are written by one statement, in the transaction that writes the report,
-- and never changed. Checking each of a million rows against the one report again takes longer than
-- writing them.
alter table report_emission drop constraint report_emission_report_id_fkey;

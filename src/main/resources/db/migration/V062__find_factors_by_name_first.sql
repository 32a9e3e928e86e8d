-- An index that begins with tenant_id looks as good as the primary key to a planner without statistics,
-- which then reads every shipped factor for each one that it wants.
drop index factor_by_name;
create index factor_by_name on factor (split_part(factor_id, '@', 1), tenant_id);

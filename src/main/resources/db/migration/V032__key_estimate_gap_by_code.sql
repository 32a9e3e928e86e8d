-- An activity can have an estimate by one method and be withheld by another: one gap of each code.
alter table estimate_gap drop constraint estimate_gap_pkey;
alter table estimate_gap add primary key (activity_id, code);

-- Gases beyond CO2, CH4 and N2O, the published uncertainty, and the price year of spend-based factors.
alter table factor add column other_gases jsonb;
alter table factor add column uncertainty_low numeric;
alter table factor add column uncertainty_high numeric;
alter table factor add column price_year smallint;
comment on column factor.other_gases is 'kg of each gas per unit, by the gas names of gwp100.csv';
comment on column factor.uncertainty_low is 'lower end of the 95 % interval as a multiple of the value';
comment on column factor.uncertainty_high is 'upper end of the 95 % interval as a multiple of the value';

-- What was accrued for want of a bill, beside what the bill then said for the same days.
create view accrual_true_up with (security_invoker = true) as
select a.tenant_id, a.activity_id, a.record_key, a.kind, a.subject, a.facility, a.account,
  e.component, e.method, e.period_start, e.period_end, a.locator as accrued_from,
  a.superseded_at as trued_up_at, e.converted_unit as unit,
  e.converted_quantity as accrued_quantity, billed.quantity as billed_quantity,
  e.kg_co2e as accrued_kg_co2e, billed.kg_co2e as billed_kg_co2e,
  billed.kg_co2e - e.kg_co2e as kg_co2e_difference
from activity a
join emission e on e.activity_id = a.activity_id and e.counted
cross join lateral (
  select sum(b.converted_quantity * common.days / (b.period_end - b.period_start)) as quantity,
    sum(b.kg_co2e * common.days / (b.period_end - b.period_start)) as kg_co2e
  from activity bill
  join emission b on b.activity_id = bill.activity_id and b.superseded_at is null and b.counted
  cross join lateral (
    select least(b.period_end, e.period_end) - greatest(b.period_start, e.period_start) as days
  ) common
  where bill.tenant_id = a.tenant_id and bill.source <> 'accrual' and bill.superseded_at is null
    and bill.kind = a.kind and bill.subject = a.subject and bill.account = a.account
    and bill.facility = a.facility
    and bill.details->>'meter' is not distinct from a.details->>'meter'
    and b.component = e.component and b.method = e.method
    and b.converted_unit = e.converted_unit and common.days > 0
) billed
where a.source = 'accrual' and a.superseded_at is not null and billed.quantity is not null;
comment on column accrual_true_up.kg_co2e_difference is 'billed less accrued';
grant select on accrual_true_up to ${app_role};

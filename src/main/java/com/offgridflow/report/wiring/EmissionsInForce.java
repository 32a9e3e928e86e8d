package com.offgridflow.report.wiring;

/**
 * Which emissions and activities belong to a tenant's period, as ends of SQL statements: the
 * emissions in force whose own period begins in it, at the site. Of an activity that was
 * superseded, the emission stays in force until another replaces it, so that no figure is ever
 * missing in between. Of cloud use that is told twice, by the provider and by the hub, one counts.
 */
final class EmissionsInForce {
  /** Emissions {@code e} in force that count, with their activity {@code a}: tenant, start, end. */
  static final String EMISSIONS =
      """
      from emission e join activity a using (activity_id)
      where e.tenant_id = ? and e.superseded_at is null and e.counted
        and e.activity_id not in (select r.activity_id from replaced_activity r)
        and coalesce(e.period_start, (a.period_start at time zone 'UTC')::date) >= ?::date
        and coalesce(e.period_start, (a.period_start at time zone 'UTC')::date) < ?::date""";

  /** Current activities {@code a} of the tenant that begin in the period: tenant, start, end. */
  static final String ACTIVITIES =
      """
      from activity a where a.tenant_id = ? and a.superseded_at is null
        and (a.period_start at time zone coalesce(a.details->>'time_zone', 'UTC'))::date >= ?::date
        and (a.period_start at time zone coalesce(a.details->>'time_zone', 'UTC'))::date < ?::date""";

  private EmissionsInForce() {}
}

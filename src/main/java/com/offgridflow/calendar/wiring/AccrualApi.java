package com.offgridflow.calendar.wiring;

import com.offgridflow.tenant.wiring.TenantDatabase;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;

/** What was accrued for want of bills, and what the bills said when they came. */
@Path("/api/v1/tenants/{tenant}/accruals")
@Produces(MediaType.APPLICATION_JSON)
public class AccrualApi {
  private static final String OPEN =
      """
      select a.record_key, a.kind, a.subject, a.facility, a.account, a.quantity, a.unit,
        a.period_start, a.period_end, a.details->>'accrual_method' as method,
        a.locator as accrued_from
      from activity a
      where a.tenant_id = ? and a.source = 'accrual' and a.superseded_at is null
      order by a.period_start, a.record_key""";
  private static final String TRUED_UP =
      """
      select record_key, kind, subject, facility, account, component, method,
        period_start::text, period_end::text, unit, accrued_quantity, billed_quantity,
        accrued_kg_co2e, billed_kg_co2e, kg_co2e_difference, accrued_from, trued_up_at
      from accrual_true_up order by trued_up_at, record_key, component, method""";

  private final TenantDatabase database;
  private final AwaitedBills awaited;

  AccrualApi(TenantDatabase database, AwaitedBills awaited) {
    this.database = database;
    this.awaited = awaited;
  }

  /** Those that still stand for a bill. */
  @GET
  public List<Map<String, Object>> open(@PathParam("tenant") String tenant) {
    return database.inTenant(tenant, jdbc -> jdbc.queryForList(OPEN, tenant));
  }

  /** Those that a bill has replaced, with the difference. */
  @GET
  @Path("trued-up")
  public List<Map<String, Object>> truedUp(@PathParam("tenant") String tenant) {
    return database.inTenant(tenant, jdbc -> jdbc.queryForList(TRUED_UP));
  }

  /**
   * The meters whose bills do not reach to the end of the last complete month: whether what they
   * leave open is accrued, and why not.
   */
  @GET
  @Path("open-meters")
  public List<Map<String, Object>> openMeters(@PathParam("tenant") String tenant) {
    return database.inTenant(tenant, jdbc -> awaited.open(jdbc, tenant));
  }
}

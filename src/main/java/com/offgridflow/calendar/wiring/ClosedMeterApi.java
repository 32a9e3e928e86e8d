package com.offgridflow.calendar.wiring;

import com.offgridflow.console.wiring.ApiUser;
import com.offgridflow.job.JobRequest;
import com.offgridflow.job.wiring.JobQueue;
import com.offgridflow.problem.Problem;
import com.offgridflow.problem.Problem.Fault;
import com.offgridflow.problem.ProblemException;
import com.offgridflow.problem.wiring.JsonBody;
import com.offgridflow.tenant.wiring.TenantDatabase;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** Meters that nobody will bill any more: after their last bill nothing is accrued. */
@Path("/api/v1/tenants/{tenant}/closed-meters")
@Produces(MediaType.APPLICATION_JSON)
public class ClosedMeterApi {
  private static final String LIST =
      "select meter, reason, closed_by, closed_at from closed_meter where tenant_id = ? order by 1";
  private static final String CLOSE =
      """
      insert into closed_meter (tenant_id, meter, reason, closed_by) values (?, ?, ?, ?)
      on conflict (tenant_id, meter) do update
        set reason = excluded.reason, closed_by = excluded.closed_by, closed_at = now()""";
  private static final String OPEN = "delete from closed_meter where tenant_id = ? and meter = ?";
  private static final String LOOK_AGAIN = "delete from accrual_month where tenant_id = ?";

  private final TenantDatabase database;
  private final JobQueue queue;
  private final ApiUser user;
  private final Clock clock;

  ClosedMeterApi(TenantDatabase database, JobQueue queue, ApiUser user, Clock clock) {
    this.database = database;
    this.queue = queue;
    this.user = user;
    this.clock = clock;
  }

  @GET
  public List<Map<String, Object>> list(@PathParam("tenant") String tenant) {
    return database.inTenant(tenant, jdbc -> jdbc.queryForList(LIST, tenant));
  }

  /** The body is {@code {"meter": "electricity//Works/meter 7", "reason": "site sold"}}. */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  public Response close(@PathParam("tenant") String tenant, byte[] body) {
    Map<String, String> sent = JsonBody.texts(body);
    String meter = sent.getOrDefault("meter", "");
    database.inTenant(
        tenant,
        jdbc -> {
          requireKnown(jdbc, tenant, meter);
          jdbc.update(CLOSE, tenant, meter, sent.getOrDefault("reason", ""), user.name());
          return lookAgain(jdbc, tenant);
        });
    return Response.noContent().build();
  }

  /** Bills are expected of it again. */
  @DELETE
  public Response open(@PathParam("tenant") String tenant, @QueryParam("meter") String meter) {
    int opened =
        database.inTenant(
            tenant, jdbc -> jdbc.update(OPEN, tenant, meter) == 0 ? 0 : lookAgain(jdbc, tenant));
    if (opened == 0) {
      throw new ProblemException(
          Problem.notFound("no meter '%s' is marked closed".formatted(meter)));
    }
    return Response.noContent().build();
  }

  private int lookAgain(JdbcTemplate jdbc, String tenant) {
    jdbc.update(LOOK_AGAIN, tenant);
    queue.enqueue(jdbc, tenant, JobRequest.estimate("closed meters " + clock.instant()));
    return 1;
  }

  private static void requireKnown(JdbcTemplate jdbc, String tenant, String meter) {
    List<String> known =
        LastBill.of(jdbc, tenant).stream().map(bill -> bill.meter().toString()).sorted().toList();
    if (!known.contains(meter)) {
      String some = String.join("', '", known.subList(0, Math.min(5, known.size())));
      Fault fault =
          new Fault("/meter", meter, "should be a meter that has bills, such as '" + some + "'");
      throw new ProblemException(Problem.invalid("there is no such meter", List.of(fault)));
    }
  }
}

package com.offgridflow.restatement.wiring;

import com.offgridflow.console.wiring.ApiUser;
import com.offgridflow.job.JobRequest;
import com.offgridflow.job.wiring.JobQueue;
import com.offgridflow.problem.Problem;
import com.offgridflow.problem.ProblemException;
import com.offgridflow.problem.wiring.JsonBody;
import com.offgridflow.restatement.RestatementRequest;
import com.offgridflow.tenant.wiring.TenantDatabase;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Restatements: asked for, looked at line by line, approved or refused. Whatever is below {@code
 * /api} is for administrators who have logged in.
 */
@Path("/api/v1/tenants/{tenant}/restatements")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class RestatementApi {
  private static final String CSV = "text/csv";
  private static final int PAGE = 100;
  private static final int MOST = 10_000;

  private final TenantDatabase database;
  private final Restatements restatements;
  private final RestatementCalculators calculators;
  private final RestatementRows rows;
  private final Decisions decisions;
  private final JobQueue queue;
  private final ApiUser user;

  RestatementApi(
      TenantDatabase database,
      Restatements restatements,
      RestatementCalculators calculators,
      RestatementRows rows,
      Decisions decisions,
      JobQueue queue,
      ApiUser user) {
    this.database = database;
    this.restatements = restatements;
    this.calculators = calculators;
    this.rows = rows;
    this.decisions = decisions;
    this.queue = queue;
    this.user = user;
  }

  /** Asks for a recalculation, which a job does. */
  @POST
  public Response request(@PathParam("tenant") String tenant, byte[] body) {
    RestatementRequest request =
        RestatementRequest.read(JsonBody.texts(body), UUID.randomUUID().toString());
    long id =
        database.inTenant(
            tenant,
            jdbc -> {
              requireTenant(jdbc, tenant);
              calculators.check(jdbc, request.basis());
              long asked = restatements.request(jdbc, tenant, request, user.name());
              queue.enqueue(jdbc, tenant, JobRequest.restate(asked));
              return asked;
            });
    return Response.accepted(get(tenant, id)).build();
  }

  /** All restatements, the newest first. */
  @GET
  public List<Map<String, Object>> list(@PathParam("tenant") String tenant) {
    return database.inTenant(tenant, rows::all);
  }

  @GET
  @Path("{id}")
  public Map<String, Object> get(@PathParam("tenant") String tenant, @PathParam("id") long id) {
    return database.inTenant(tenant, jdbc -> found(jdbc, id));
  }

  /**
   * What differs, emission by emission, as JSON or as a table for spreadsheets.
   *
   * @param after {@code line} of the last one of the page before
   * @param limit how many at most; 0 for 100 as JSON and 10,000 as CSV
   */
  @GET
  @Path("{id}/lines")
  @Produces({MediaType.APPLICATION_JSON, CSV})
  public Response lines(
      @PathParam("tenant") String tenant,
      @PathParam("id") long id,
      @QueryParam("after") @DefaultValue("0") long after,
      @QueryParam("limit") @DefaultValue("0") int limit,
      @HeaderParam(HttpHeaders.ACCEPT) String accept) {
    boolean csv = CSV.equals(accept);
    int most = limit < 1 ? (csv ? MOST : PAGE) : Math.min(limit, MOST);
    List<Map<String, Object>> found =
        database.inTenant(
            tenant,
            jdbc -> {
              found(jdbc, id);
              return rows.lines(jdbc, id, after, most);
            });
    return csv
        ? Response.ok(RestatementRows.csv(found), CSV).build()
        : Response.ok(found, MediaType.APPLICATION_JSON).build();
  }

  /** What it does to the data points of the tenant's frameworks. */
  @GET
  @Path("{id}/data-points")
  public List<Map<String, Object>> dataPoints(
      @PathParam("tenant") String tenant, @PathParam("id") long id) {
    return database.inTenant(
        tenant,
        jdbc -> {
          found(jdbc, id);
          return rows.dataPoints(jdbc, id);
        });
  }

  /** Puts it in force; the body says why. */
  @POST
  @Path("{id}/approve")
  public Map<String, Object> approve(
      @PathParam("tenant") String tenant, @PathParam("id") long id, byte[] body) {
    String reason = reason(body);
    return database.inTenant(
        tenant,
        jdbc -> {
          decisions.approve(jdbc, tenant, id, user.name(), reason);
          return found(jdbc, id);
        });
  }

  /** Leaves everything as it is; the body says why. */
  @POST
  @Path("{id}/refuse")
  public Map<String, Object> refuse(
      @PathParam("tenant") String tenant, @PathParam("id") long id, byte[] body) {
    String reason = reason(body);
    return database.inTenant(
        tenant,
        jdbc -> {
          decisions.refuse(jdbc, id, user.name(), reason);
          return found(jdbc, id);
        });
  }

  private static void requireTenant(JdbcTemplate jdbc, String tenant) {
    if (jdbc.queryForList("select 1 from tenant where tenant_id = ?", tenant).isEmpty()) {
      throw new ProblemException(Problem.notFound("there is no tenant " + tenant));
    }
  }

  private static String reason(byte[] body) {
    String reason = JsonBody.texts(body).getOrDefault("reason", "");
    if (reason.isBlank()) {
      Problem.Fault fault =
          new Problem.Fault("/reason", reason, "why, such as \"agreed with the auditor\"");
      throw new ProblemException(Problem.invalid("a decision needs a reason", List.of(fault)));
    }
    return reason;
  }

  private Map<String, Object> found(JdbcTemplate jdbc, long id) {
    return rows.one(jdbc, id)
        .orElseThrow(() -> new ProblemException(Problem.notFound("there is no restatement " + id)));
  }
}

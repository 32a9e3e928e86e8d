package com.offgridflow.delivery.wiring;

import com.offgridflow.delivery.DeliveryTarget;
import com.offgridflow.job.JobRequest;
import com.offgridflow.job.wiring.JobQueue;
import com.offgridflow.problem.Problem;
import com.offgridflow.problem.ProblemException;
import com.offgridflow.problem.wiring.PageLimit;
import com.offgridflow.report.wiring.Renderings;
import com.offgridflow.tenant.wiring.TenantDatabase;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** Where a tenant's reports go: setting it up, trying it out, and seeing what has arrived. */
@Path("/api/v1/tenants/{tenant}/delivery-targets")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class DeliveryTargetApi {
  private final TenantDatabase database;
  private final Targets targets;
  private final TargetSecrets secrets;
  private final Receipts receipts;
  private final Renderings renderings;
  private final JobQueue queue;
  private final Clock clock;

  DeliveryTargetApi(
      TenantDatabase database,
      Targets targets,
      TargetSecrets secrets,
      Receipts receipts,
      Renderings renderings,
      JobQueue queue,
      Clock clock) {
    this.database = database;
    this.targets = targets;
    this.secrets = secrets;
    this.receipts = receipts;
    this.renderings = renderings;
    this.queue = queue;
    this.clock = clock;
  }

  /** All targets, without their secrets. */
  @GET
  public List<Map<String, Object>> list(@PathParam("tenant") String tenant) {
    return database.inTenant(tenant, targets::all).stream().map(DeliveryTargetApi::body).toList();
  }

  @GET
  @Path("{id}")
  public Map<String, Object> get(@PathParam("tenant") String tenant, @PathParam("id") String id) {
    return body(database.inTenant(tenant, jdbc -> required(jdbc, id)));
  }

  /** Makes the target, or changes it. A secret that is not given stays, unless the kind changes. */
  @PUT
  @Path("{id}")
  public Map<String, Object> put(
      @PathParam("tenant") String tenant, @PathParam("id") String id, byte[] body) {
    TargetRequest request = TargetRequest.read(body);
    return body(database.inTenant(tenant, jdbc -> put(jdbc, tenant, id, request)));
  }

  private DeliveryTarget put(JdbcTemplate jdbc, String tenant, String id, TargetRequest request) {
    requireTenant(jdbc, tenant);
    Optional<DeliveryTarget> old = targets.find(jdbc, id);
    boolean sameKind = old.isPresent() && old.get().kind().id().equals(request.kind());
    DeliveryTarget target = request.target(tenant, id, renderings.names(), sameKind);
    requirePlan(jdbc, target);
    targets.put(jdbc, target);
    if (request.secret() != null || !sameKind) {
      Map<String, String> secret = request.secret() == null ? Map.of() : request.secret();
      secrets.store(jdbc, target, secret);
    }
    return target;
  }

  /** Nothing goes there any more; what has arrived stays on record. */
  @DELETE
  @Path("{id}")
  public Response delete(@PathParam("tenant") String tenant, @PathParam("id") String id) {
    if (!database.inTenant(tenant, jdbc -> targets.delete(jdbc, id))) {
      throw unknown(id);
    }
    return Response.noContent().build();
  }

  /**
   * Delivers a report to the target now, whether it has arrived there or not: to try the target
   * out, or to send again. The answer names the job's key.
   *
   * @param report id of a frozen report; the newest one when empty
   */
  @POST
  @Path("{id}/deliveries")
  public Response deliver(
      @PathParam("tenant") String tenant,
      @PathParam("id") String id,
      @QueryParam("report") @DefaultValue("") String report) {
    JobRequest request =
        database.inTenant(
            tenant,
            jdbc -> {
              DeliveryTarget target = required(jdbc, id);
              String found = report(jdbc, report);
              String now = clock.instant().toString();
              JobRequest job = JobRequest.deliverAgain(target.kind().id(), id, found, now);
              queue.enqueue(jdbc, tenant, job);
              return job;
            });
    return Response.accepted(Map.of("job", request.key())).build();
  }

  /** What has arrived there, the newest first. */
  @GET
  @Path("{id}/deliveries")
  public List<Map<String, Object>> deliveries(
      @PathParam("tenant") String tenant,
      @PathParam("id") String id,
      @QueryParam("limit") @DefaultValue("100") int limit) {
    int rows = PageLimit.require(limit, "deliveries cannot be listed so");
    return receipts.list(tenant, id, rows);
  }

  private static String report(JdbcTemplate jdbc, String id) {
    String sql =
        """
        select report_id::text from report where ? in ('', report_id::text)
        order by frozen_at desc, report_id limit 1""";
    return jdbc.queryForList(sql, String.class, id).stream()
        .findFirst()
        .orElseThrow(
            () -> new ProblemException(Problem.notFound("there is no report '" + id + "'")));
  }

  private DeliveryTarget required(JdbcTemplate jdbc, String id) {
    return targets.find(jdbc, id).orElseThrow(() -> unknown(id));
  }

  private static ProblemException unknown(String id) {
    return new ProblemException(Problem.notFound("there is no delivery target '" + id + "'"));
  }

  private static void requireTenant(JdbcTemplate jdbc, String tenant) {
    if (jdbc.queryForList("select 1 from tenant").isEmpty()) {
      throw new ProblemException(Problem.notFound("there is no tenant '" + tenant + "'"));
    }
  }

  private static void requirePlan(JdbcTemplate jdbc, DeliveryTarget target) {
    String sql = "select 1 from report_plan where plan_id = ?";
    target
        .plan()
        .filter(plan -> jdbc.queryForList(sql, plan).isEmpty())
        .ifPresent(
            plan -> {
              Problem.Fault fault =
                  new Problem.Fault("/plan", plan, "should be a plan of the tenant's, or absent");
              throw new ProblemException(
                  Problem.invalid("the delivery target is not valid", List.of(fault)));
            });
  }

  private static Map<String, Object> body(DeliveryTarget target) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("id", target.id());
    body.put("kind", target.kind().id());
    body.put("plan", target.plan().orElse(null));
    body.put("renderings", target.renderings());
    body.put("names", target.names().text());
    body.put("settings", target.settings());
    body.put("enabled", target.enabled());
    return body;
  }
}

package com.offgridflow.intake.wiring;

import com.offgridflow.console.wiring.ApiUser;
import com.offgridflow.problem.Problem;
import com.offgridflow.problem.Problem.Fault;
import com.offgridflow.problem.ProblemException;
import com.offgridflow.problem.wiring.PageLimit;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;

/** What the syncs of a tenant took in, and what waits for an administrator. */
@Path("/api/v1/tenants/{tenant}/runs")
@Produces(MediaType.APPLICATION_JSON)
public class RunApi {
  private static final List<String> STATES =
      List.of("open", "done", "unchanged", "failed", "held", "confirmed", "discarded");
  private static final String REFUSAL = "runs cannot be listed so";

  private final RunQueries queries;
  private final HeldRuns held;
  private final ApiUser user;

  RunApi(RunQueries queries, HeldRuns held, ApiUser user) {
    this.queries = queries;
    this.held = held;
    this.user = user;
  }

  /**
   * The newest first.
   *
   * @param before id of the last run of the page before
   */
  @GET
  public List<Map<String, Object>> list(
      @PathParam("tenant") String tenant,
      @QueryParam("connection") String connection,
      @QueryParam("state") String state,
      @QueryParam("before") @DefaultValue("9223372036854775807") long before,
      @QueryParam("limit") @DefaultValue("100") int limit) {
    if (state != null && !STATES.contains(state)) {
      Fault fault = new Fault("state", state, "should be one of " + String.join(", ", STATES));
      throw new ProblemException(Problem.invalid(REFUSAL, List.of(fault)));
    }
    PageLimit.require(limit, REFUSAL);
    return queries.list(tenant, connection, state, before, limit);
  }

  /** A run with its figures. */
  @GET
  @Path("{run}")
  public Map<String, Object> get(@PathParam("tenant") String tenant, @PathParam("run") long run) {
    return queries
        .get(tenant, run)
        .orElseThrow(
            () ->
                new ProblemException(Problem.notFound("tenant " + tenant + " has no run " + run)));
  }

  /** A held delivery is right as it is: asks for a sync that takes it in. */
  @POST
  @Path("{run}/confirm")
  public Map<String, Object> confirm(
      @PathParam("tenant") String tenant, @PathParam("run") long run) {
    get(tenant, run);
    held.confirm(tenant, run, user.name());
    return get(tenant, run);
  }

  /** A held delivery is a mistake: what is there stays until another content is delivered. */
  @POST
  @Path("{run}/discard")
  public Map<String, Object> discard(
      @PathParam("tenant") String tenant, @PathParam("run") long run) {
    get(tenant, run);
    held.discard(tenant, run, user.name());
    return get(tenant, run);
  }
}

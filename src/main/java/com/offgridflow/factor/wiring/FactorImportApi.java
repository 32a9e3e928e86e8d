package com.offgridflow.factor.wiring;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.offgridflow.job.JobRequest;
import com.offgridflow.job.wiring.JobQueue;
import com.offgridflow.problem.Problem;
import com.offgridflow.problem.Problem.Fault;
import com.offgridflow.problem.ProblemException;
import com.offgridflow.tenant.wiring.TenantDatabase;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Asks for imports of factor tables from where they lie. */
@Path("/api/v1/tenants/{tenant}/factor-imports")
@Produces(MediaType.APPLICATION_JSON)
public class FactorImportApi {
  private final TenantDatabase database;
  private final JobQueue queue;
  private final Clock clock;

  FactorImportApi(TenantDatabase database, JobQueue queue, Clock clock) {
    this.database = database;
    this.queue = queue;
    this.clock = clock;
  }

  /**
   * What to import.
   *
   * @param location a directory or file that connections may read, or a URL at a trusted host
   * @param table which table a single file is an edition of; by default, by its name
   */
  public record Wish(
      @JsonProperty("location") String location, @JsonProperty("table") String table) {}

  /** Answers 202 with the key under which the import can be asked after. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response ask(@PathParam("tenant") String tenant, Wish wish) {
    if (wish == null || wish.location() == null || wish.location().isBlank()) {
      throw new ProblemException(
          Problem.invalid(
              "nothing was imported",
              List.of(new Fault("location", "", "should be a directory, a file or an https URL"))));
    }
    KnownTenants.require(database, tenant);
    String table = wish.table() == null ? "" : wish.table();
    JobRequest request =
        JobRequest.importFactors(wish.location(), table, clock.instant().toString());
    queue.enqueue(tenant, request);
    return Response.accepted(Map.of("key", request.key())).build();
  }

  /** How an import stands, and what became of the tables. */
  @GET
  public Map<String, Object> state(
      @PathParam("tenant") String tenant, @QueryParam("key") String key) {
    return queue
        .state(tenant, key)
        .map(
            state ->
                Map.<String, Object>of(
                    "state",
                    state.name(),
                    "attempts",
                    state.attempts(),
                    "cause",
                    state.cause() == null ? "" : state.cause(),
                    "result",
                    state.succeeded() ? queue.result(tenant, key) : Map.of()))
        .orElseThrow(
            () ->
                new ProblemException(
                    Problem.notFound("tenant " + tenant + " has no import '" + key + "'")));
  }
}

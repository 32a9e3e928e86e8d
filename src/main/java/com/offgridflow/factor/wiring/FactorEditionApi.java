package com.offgridflow.factor.wiring;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.offgridflow.console.wiring.ApiUser;
import com.offgridflow.problem.Problem;
import com.offgridflow.problem.Problem.Fault;
import com.offgridflow.problem.ProblemException;
import jakarta.ws.rs.Consumes;
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

/** Editions of a tenant's factor tables: what they change, and whether they are to be in force. */
@Path("/api/v1/tenants/{tenant}/factor-editions")
@Produces(MediaType.APPLICATION_JSON)
public class FactorEditionApi {
  private static final List<String> STATES = List.of("proposed", "approved", "refused");
  private static final List<String> CHANGES = List.of("added", "removed", "changed");

  private final EditionQueries queries;
  private final EditionDecisions decisions;
  private final ApiUser user;

  FactorEditionApi(EditionQueries queries, EditionDecisions decisions, ApiUser user) {
    this.queries = queries;
    this.decisions = decisions;
    this.user = user;
  }

  /**
   * The newest first.
   *
   * @param before id of the last edition of the page before
   */
  @GET
  public List<FactorEdition> list(
      @PathParam("tenant") String tenant,
      @QueryParam("table") String table,
      @QueryParam("state") String state,
      @QueryParam("before") @DefaultValue("9223372036854775807") long before,
      @QueryParam("limit") @DefaultValue("100") int limit) {
    requireOneOf("state", state, STATES);
    return queries.list(tenant, table, state, before, limit);
  }

  /** An edition with everything that is wrong with it. */
  @GET
  @Path("{id}")
  public Map<String, Object> get(@PathParam("tenant") String tenant, @PathParam("id") long id) {
    return queries.get(tenant, id);
  }

  /**
   * What it changes, line by line.
   *
   * @param change only lines that are {@code added}, {@code removed} or {@code changed}
   * @param after position of the last line of the page before
   */
  @GET
  @Path("{id}/changes")
  public List<Map<String, Object>> changes(
      @PathParam("tenant") String tenant,
      @PathParam("id") long id,
      @QueryParam("change") String change,
      @QueryParam("after") @DefaultValue("-1") int after,
      @QueryParam("limit") @DefaultValue("100") int limit) {
    requireOneOf("change", change, CHANGES);
    return queries.changes(tenant, id, change, after, limit);
  }

  @POST
  @Path("{id}/approve")
  public FactorEdition approve(@PathParam("tenant") String tenant, @PathParam("id") long id) {
    return decisions.approve(tenant, id, user.name());
  }

  /** Why it is not to be in force. */
  public record Refusal(@JsonProperty("reason") String reason) {}

  @POST
  @Path("{id}/refuse")
  @Consumes(MediaType.APPLICATION_JSON)
  public FactorEdition refuse(
      @PathParam("tenant") String tenant, @PathParam("id") long id, Refusal refusal) {
    String reason = refusal == null || refusal.reason() == null ? "" : refusal.reason();
    return decisions.refuse(tenant, id, user.name(), reason);
  }

  /** Tells its changes against what is in force by now. */
  @POST
  @Path("{id}/compare")
  public FactorEdition compare(@PathParam("tenant") String tenant, @PathParam("id") long id) {
    return decisions.compare(tenant, id);
  }

  private static void requireOneOf(String field, String value, List<String> known) {
    if (value != null && !known.contains(value)) {
      throw new ProblemException(
          Problem.invalid(
              "editions cannot be listed so",
              List.of(new Fault(field, value, "should be one of " + String.join(", ", known)))));
    }
  }
}

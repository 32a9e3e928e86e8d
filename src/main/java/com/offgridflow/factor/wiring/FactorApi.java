package com.offgridflow.factor.wiring;

import com.offgridflow.console.wiring.ApiUser;
import com.offgridflow.failure.UnrecoverableException;
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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** A tenant's factors: searched beside those of the hub, and sent in as tables. */
@Path("/api/v1/tenants/{tenant}/factors")
@Produces(MediaType.APPLICATION_JSON)
public class FactorApi {
  private final FactorEditions editions;
  private final FactorSearch search;
  private final ApiUser user;

  FactorApi(FactorEditions editions, FactorSearch search, ApiUser user) {
    this.editions = editions;
    this.search = search;
    this.user = user;
  }

  /** Factors of the hub and of the tenant, see {@link FactorQueryParameters}. */
  @GET
  public Map<String, Object> find(@PathParam("tenant") String tenant, @Context UriInfo uri) {
    return search.find(tenant, FactorQueryParameters.of(uri.getQueryParameters()));
  }

  /**
   * Proposes a table as an edition: 201 when it is new, 200 when it had been sent before, 422 with
   * every problem when it cannot be approved.
   *
   * @param table which table this is an edition of
   */
  @POST
  @Consumes("text/csv")
  public Response propose(
      @PathParam("tenant") String tenant,
      @QueryParam("table") @DefaultValue("own") String table,
      byte[] body) {
    FactorEditions.Proposed proposed = take(tenant, table, body);
    if (proposed.edition().invalid()) {
      throw new ProblemException(invalid(proposed));
    }
    URI location =
        URI.create("/api/v1/tenants/" + tenant + "/factor-editions/" + proposed.edition().id());
    return (proposed.fresh() ? Response.created(location) : Response.ok().location(location))
        .entity(proposed.edition())
        .build();
  }

  private FactorEditions.Proposed take(String tenant, String table, byte[] body) {
    try {
      return editions.propose(tenant, new SentTable(table, "api", user.name(), body));
    } catch (NoTenantException e) {
      throw new ProblemException(Problem.notFound(e.getMessage()));
    } catch (UnrecoverableException e) {
      throw new ProblemException(
          Problem.invalid(e.getMessage(), List.of(new Fault("table", table, e.getMessage()))));
    }
  }

  private static Problem invalid(FactorEditions.Proposed proposed) {
    List<Fault> faults =
        proposed.problems().stream()
            .map(p -> new Fault(field(p.row(), p.field()), p.value(), p.message()))
            .toList();
    return new Problem(
        "/problems/invalid-factors",
        "The table has rows that cannot be taken in",
        422,
        "edition %d has %d problems and cannot be approved; send the table again without them"
            .formatted(proposed.edition().id(), faults.size()),
        faults);
  }

  private static String field(long row, String column) {
    return row == 0 ? column : "row " + row + ", column " + column;
  }
}

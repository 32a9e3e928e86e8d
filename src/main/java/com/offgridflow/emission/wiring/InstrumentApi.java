package com.offgridflow.emission.wiring;

import com.offgridflow.job.JobRequest;
import com.offgridflow.job.wiring.JobQueue;
import com.offgridflow.problem.Problem;
import com.offgridflow.problem.Problem.Fault;
import com.offgridflow.problem.ProblemException;
import com.offgridflow.problem.wiring.PageLimit;
import com.offgridflow.table.wiring.TableUpload;
import com.offgridflow.table.wiring.TableUpload.Answer;
import com.offgridflow.tenant.wiring.TenantDatabase;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.time.Clock;
import java.util.List;

/** A tenant's contractual instruments: loading them, and seeing what became of each. */
@Path("/api/v1/tenants/{tenant}/instruments")
@Produces(MediaType.APPLICATION_JSON)
public class InstrumentApi {
  private final TenantDatabase database;
  private final InstrumentStore store;
  private final InstrumentLoading loading;
  private final JobQueue queue;
  private final Clock clock;

  InstrumentApi(
      TenantDatabase database,
      InstrumentStore store,
      InstrumentLoading loading,
      JobQueue queue,
      Clock clock) {
    this.database = database;
    this.store = store;
    this.loading = loading;
    this.queue = queue;
    this.clock = clock;
  }

  /**
   * Loads a table of instruments. Rows that are right are loaded, the others listed; a table of
   * which no row is right is refused.
   *
   * @param name of the table, which its instruments remember
   */
  @POST
  @Consumes("text/csv")
  public Answer load(
      @PathParam("tenant") String tenant,
      @QueryParam("name") @DefaultValue("api") String name,
      String csv)
      throws IOException {
    return TableUpload.load(csv, "an instrument", table -> loading.load(tenant, name, table));
  }

  /**
   * Instruments in use by id, each with what is allocated of it, what remains, and why it is
   * withheld where it is.
   *
   * @param after id of the last one of the page before
   */
  @GET
  public String list(
      @PathParam("tenant") String tenant,
      @QueryParam("after") @DefaultValue("") String after,
      @QueryParam("limit") @DefaultValue("100") int limit) {
    int rows = PageLimit.require(limit, "instruments cannot be listed so");
    List<String> found = database.inTenant(tenant, jdbc -> store.list(jdbc, tenant, after, rows));
    return "[" + String.join(",", found) + "]";
  }

  /** Takes an instrument out of use; what was reported with it keeps it. */
  @DELETE
  @Path("{id}")
  public void withdraw(@PathParam("tenant") String tenant, @PathParam("id") String id) {
    if (!loading.withdraw(tenant, id)) {
      throw new ProblemException(
          Problem.notFound("there is no instrument '%s' in use".formatted(id)));
    }
  }

  /** Asks for the market-based emissions of a year anew, for a residual mix that came later. */
  @POST
  @Path("allocations")
  public Response allocate(@PathParam("tenant") String tenant, @QueryParam("year") int year) {
    if (year < 1990 || year > 2100) {
      String wanted = "a calendar year from 1990 to 2100, such as 2024";
      String given = Integer.toString(year);
      throw new ProblemException(
          Problem.invalid(
              "year '%s' should be %s".formatted(given, wanted),
              List.of(new Fault("year", given, wanted))));
    }
    queue.enqueue(tenant, JobRequest.marketBased(year, clock.instant().toString()));
    return Response.accepted().build();
  }
}

package com.offgridflow.cbam.wiring;

import com.offgridflow.problem.Problem;
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
import java.io.IOException;
import java.util.List;

/** A tenant's imports of goods that CBAM applies to. */
@Path("/api/v1/tenants/{tenant}/cbam/goods")
@Produces(MediaType.APPLICATION_JSON)
public class GoodsApi {
  private final TenantDatabase database;
  private final GoodsStore store;
  private final GoodsLoading loading;

  GoodsApi(TenantDatabase database, GoodsStore store, GoodsLoading loading) {
    this.database = database;
    this.store = store;
    this.loading = loading;
  }

  /**
   * Loads a table of goods. Lines that are right are loaded, the rows of others listed; a table of
   * which no line is right is refused.
   *
   * @param name of the table, which its lines remember
   */
  @POST
  @Consumes("text/csv")
  public Answer load(
      @PathParam("tenant") String tenant,
      @QueryParam("name") @DefaultValue("api") String name,
      String csv)
      throws IOException {
    return TableUpload.load(csv, "a CBAM goods line", table -> loading.load(tenant, name, table));
  }

  /**
   * Goods lines in use by id, with the cells of their rows.
   *
   * @param after id of the last one of the page before
   */
  @GET
  public String list(
      @PathParam("tenant") String tenant,
      @QueryParam("after") @DefaultValue("") String after,
      @QueryParam("limit") @DefaultValue("100") int limit) {
    int rows = PageLimit.require(limit, "goods cannot be listed so");
    List<String> found = database.inTenant(tenant, jdbc -> store.list(jdbc, tenant, after, rows));
    return "[" + String.join(",", found) + "]";
  }

  /** Takes a goods line out of use; what was declared with it keeps it. */
  @DELETE
  @Path("{line}")
  public void withdraw(@PathParam("tenant") String tenant, @PathParam("line") String line) {
    if (!database.inTenant(tenant, jdbc -> store.withdraw(jdbc, tenant, line))) {
      throw new ProblemException(
          Problem.notFound("there is no goods line '%s' in use".formatted(line)));
    }
  }
}

package com.offgridflow.intake.wiring;

import com.offgridflow.problem.wiring.PageLimit;
import com.offgridflow.tenant.wiring.TenantDatabase;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;

/** What could not be taken in: file, row, column, value, and what would have worked. */
@Path("/api/v1/tenants/{tenant}/rejections")
@Produces(MediaType.APPLICATION_JSON)
public class RejectionApi {
  private static final String LIST =
      """
      select j.rejection_id as rejection, j.run_id as run, r.source as connection, j.object,
        j.locator, j.field, j.value, j.code, j.message, j.mitigation
      from rejection j join run r using (run_id)
      where j.tenant_id = ? and (?::bigint is null or j.run_id = ?)
        and (?::text is null or r.source = ?) and (?::text is null or j.code = ?)
        and j.rejection_id < ?
      order by j.rejection_id desc limit ?""";

  private final TenantDatabase database;

  RejectionApi(TenantDatabase database) {
    this.database = database;
  }

  /**
   * The newest first.
   *
   * @param run only those of this run
   * @param connection only those of this connection
   * @param code only those of this fault, such as {@code UNUSABLE_VALUE}
   * @param before id of the last rejection of the page before
   */
  @GET
  public List<Map<String, Object>> list(
      @PathParam("tenant") String tenant,
      @QueryParam("run") Long run,
      @QueryParam("connection") String connection,
      @QueryParam("code") String code,
      @QueryParam("before") @DefaultValue("9223372036854775807") long before,
      @QueryParam("limit") @DefaultValue("100") int limit) {
    PageLimit.require(limit, "rejections cannot be listed so");
    return database.inTenant(
        tenant,
        jdbc ->
            jdbc.queryForList(
                LIST, tenant, run, run, connection, connection, code, code, before, limit));
  }
}

package com.offgridflow.restatement.wiring;

import com.offgridflow.problem.Problem;
import com.offgridflow.problem.Problem.Fault;
import com.offgridflow.problem.ProblemException;
import com.offgridflow.problem.wiring.JsonBody;
import com.offgridflow.tenant.wiring.TenantDatabase;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;

/** Whether a tenant's restatements that touch no filed period need a person's approval. */
@Path("/api/v1/tenants/{tenant}/restatement-policy")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class RestatementPolicyApi {
  private static final String FIELD = "approves_unfiled";

  private final TenantDatabase database;

  RestatementPolicyApi(TenantDatabase database) {
    this.database = database;
  }

  @GET
  public Map<String, Object> get(@PathParam("tenant") String tenant) {
    List<Map<String, Object>> found =
        database.inTenant(tenant, jdbc -> jdbc.queryForList("select approves_unfiled from tenant"));
    if (found.isEmpty()) {
      throw new ProblemException(Problem.notFound("there is no tenant " + tenant));
    }
    return found.get(0);
  }

  /** The body is {@code {"approves_unfiled": true}} or false. */
  @PUT
  public Map<String, Object> put(@PathParam("tenant") String tenant, byte[] body) {
    String value = JsonBody.texts(body).getOrDefault(FIELD, "");
    if (!List.of("true", "false").contains(value)) {
      Fault fault = new Fault("/" + FIELD, value, "true or false");
      throw new ProblemException(Problem.invalid("the policy cannot be read", List.of(fault)));
    }
    database.inTenant(
        tenant,
        jdbc -> jdbc.update("update tenant set approves_unfiled = ?", Boolean.parseBoolean(value)));
    return get(tenant);
  }
}

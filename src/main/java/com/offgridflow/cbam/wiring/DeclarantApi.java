package com.offgridflow.cbam.wiring;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.offgridflow.cbam.Declarant;
import com.offgridflow.console.wiring.ApiUser;
import com.offgridflow.problem.Problem;
import com.offgridflow.problem.ProblemException;
import com.offgridflow.tenant.wiring.TenantDatabase;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** Who declares for a tenant. */
@Path("/api/v1/tenants/{tenant}/cbam/declarant")
@Produces(MediaType.APPLICATION_JSON)
public class DeclarantApi {
  private final TenantDatabase database;
  private final DeclarantStore store;
  private final ApiUser user;
  private final ObjectMapper json;

  DeclarantApi(TenantDatabase database, DeclarantStore store, ApiUser user, ObjectMapper json) {
    this.database = database;
    this.store = store;
    this.user = user;
    this.json = json;
  }

  /** Says who declares from now on; what was declared keeps its declarant. */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  public Declarant put(@PathParam("tenant") String tenant, String body) {
    Declarant declarant = read(body);
    database.inTenant(tenant, jdbc -> store.put(jdbc, tenant, declarant, user.name()));
    return declarant;
  }

  @GET
  public Declarant get(@PathParam("tenant") String tenant) {
    return database
        .inTenant(tenant, jdbc -> store.find(jdbc, tenant))
        .orElseThrow(
            () -> new ProblemException(Problem.notFound("no CBAM declarant is set; PUT one here")));
  }

  private Declarant read(String body) {
    try {
      return json.readValue(body, Declarant.class);
    } catch (JsonProcessingException e) {
      String why = e.getCause() == null ? e.getOriginalMessage() : e.getCause().getMessage();
      throw new ProblemException(Problem.invalid(why, List.of()));
    }
  }
}

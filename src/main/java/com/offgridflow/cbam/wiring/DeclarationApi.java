package com.offgridflow.cbam.wiring;

import com.offgridflow.cbam.Declaration;
import com.offgridflow.cbam.DeclarationCsv;
import com.offgridflow.cbam.DeclarationJson;
import com.offgridflow.cbam.DeclarationPeriod;
import com.offgridflow.cbam.xml.DeclarationXml;
import com.offgridflow.console.wiring.ApiUser;
import com.offgridflow.failure.UnrecoverableException;
import com.offgridflow.problem.Problem;
import com.offgridflow.problem.ProblemException;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Frozen CBAM reports of quarters and declarations of years. */
@Path("/api/v1/tenants/{tenant}/cbam/declarations")
@Produces(MediaType.APPLICATION_JSON)
public class DeclarationApi {
  private final FreezeDeclaration freezing;
  private final DeclarationStore store;
  private final ApiUser user;

  DeclarationApi(FreezeDeclaration freezing, DeclarationStore store, ApiUser user) {
    this.freezing = freezing;
    this.store = store;
    this.user = user;
  }

  /**
   * Freezes what is declared for a period and asks for its renderings.
   *
   * @param period such as {@code 2025-Q4} or {@code 2026}
   */
  @POST
  public Response freeze(
      @PathParam("tenant") String tenant, @QueryParam("period") @DefaultValue("") String period) {
    try {
      Declaration frozen = freezing.freeze(tenant, DeclarationPeriod.of(period), user.name());
      return Response.status(Response.Status.CREATED).entity(DeclarationJson.write(frozen)).build();
    } catch (IllegalArgumentException e) {
      throw new ProblemException(Problem.invalid(e.getMessage(), List.of()));
    }
  }

  /** All frozen declarations, the newest first. */
  @GET
  public List<Map<String, Object>> list(@PathParam("tenant") String tenant) {
    return store.list(tenant);
  }

  /** A frozen declaration as it was digested, each goods line with the row that it came from. */
  @GET
  @Path("{id}")
  public String json(@PathParam("tenant") String tenant, @PathParam("id") UUID id) {
    return DeclarationJson.write(find(tenant, id));
  }

  @GET
  @Path("{id}/xml")
  @Produces(MediaType.APPLICATION_XML)
  public byte[] xml(@PathParam("tenant") String tenant, @PathParam("id") UUID id) {
    return DeclarationXml.render(find(tenant, id));
  }

  @GET
  @Path("{id}/csv")
  @Produces("text/csv")
  public byte[] csv(@PathParam("tenant") String tenant, @PathParam("id") UUID id) {
    return DeclarationCsv.render(find(tenant, id));
  }

  private Declaration find(String tenant, UUID id) {
    try {
      return store.load(tenant, id);
    } catch (UnrecoverableException e) {
      throw new ProblemException(Problem.notFound(e.getMessage()));
    }
  }
}

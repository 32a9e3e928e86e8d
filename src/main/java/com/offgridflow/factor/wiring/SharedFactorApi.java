package com.offgridflow.factor.wiring;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;

/** The factors that come with the hub, or those of {@code ?tenant=} beside them. */
@Path("/api/v1/factors")
@Produces(MediaType.APPLICATION_JSON)
public class SharedFactorApi {
  private static final String TENANT = "tenant";

  private final FactorSearch search;

  SharedFactorApi(FactorSearch search) {
    this.search = search;
  }

  @GET
  public Map<String, Object> find(@Context UriInfo uri) {
    MultivaluedMap<String, String> sent = new MultivaluedHashMap<>(uri.getQueryParameters());
    String tenant = sent.getFirst(TENANT);
    sent.remove(TENANT);
    String whose = tenant == null ? FactorKnowledge.NOBODY : tenant;
    return search.find(whose, FactorQueryParameters.of(sent));
  }
}

package com.offgridflow.source.wiring;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;

/** Where a tenant's data comes from: setting it up, seeing how it stands, and reading it now. */
@Path("/api/v1/tenants/{tenant}/connections")
@Produces(MediaType.APPLICATION_JSON)
public class ConnectionApi {
  private final ConnectionStates states;
  private final ConnectionEditor editor;
  private final ConnectionSyncs syncs;

  ConnectionApi(ConnectionStates states, ConnectionEditor editor, ConnectionSyncs syncs) {
    this.states = states;
    this.editor = editor;
    this.syncs = syncs;
  }

  /** All connections, without their secrets. */
  @GET
  public List<Map<String, Object>> list(@PathParam("tenant") String tenant) {
    return states.all(tenant);
  }

  /**
   * Kind, settings, schedule, whether there is a secret, refused credentials, cursors, how many
   * runs are held, and the last sync.
   */
  @GET
  @Path("{connection}")
  public Map<String, Object> get(
      @PathParam("tenant") String tenant, @PathParam("connection") String connection) {
    return states.required(tenant, connection);
  }

  /** Makes the connection, or replaces it. A secret that is not given stays. */
  @PUT
  @Path("{connection}")
  @Consumes(MediaType.APPLICATION_JSON)
  public Map<String, Object> put(
      @PathParam("tenant") String tenant, @PathParam("connection") String connection, byte[] body) {
    editor.put(tenant, connection, ConnectionRequest.read(body));
    return states.required(tenant, connection);
  }

  /** Nothing is read there any more; what it has brought stays on record. */
  @DELETE
  @Path("{connection}")
  public Response delete(
      @PathParam("tenant") String tenant, @PathParam("connection") String connection) {
    if (!editor.delete(tenant, connection)) {
      throw ConnectionStates.unknown(tenant, connection);
    }
    return Response.noContent().build();
  }

  /** Asks for a sync now; the answer names the job, and where to see what becomes of it. */
  @POST
  @Path("{connection}/sync")
  public Response sync(
      @PathParam("tenant") String tenant, @PathParam("connection") String connection) {
    Map<String, Object> job = syncs.ask(tenant, connection);
    return Response.accepted(job).build();
  }
}

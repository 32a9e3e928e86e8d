package com.offgridflow.delivery.wiring;

import com.offgridflow.console.wiring.ApiUser;
import com.offgridflow.problem.Problem;
import com.offgridflow.problem.ProblemException;
import com.offgridflow.problem.wiring.PageLimit;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;

/** The links that went to a target: seeing them, and taking one back. */
@Path("/api/v1/tenants/{tenant}/delivery-targets/{target}/links")
@Produces(MediaType.APPLICATION_JSON)
public class DownloadLinkApi {
  private static final Logger LOG = Logger.getLogger(DownloadLinkApi.class);

  private final SentLinks links;
  private final ApiUser user;

  DownloadLinkApi(SentLinks links, ApiUser user) {
    this.links = links;
    this.user = user;
  }

  /**
   * The links, the newest first; never what opens them.
   *
   * @param target a target that may be gone, or {@code recipients}
   * @param report id of a report; those of all reports when empty
   * @param all also those that have expired or were taken back
   */
  @GET
  public List<Map<String, Object>> list(
      @PathParam("tenant") String tenant,
      @PathParam("target") String target,
      @QueryParam("report") @DefaultValue("") String report,
      @QueryParam("all") @DefaultValue("false") boolean all,
      @QueryParam("limit") @DefaultValue("100") int limit) {
    int rows = PageLimit.require(limit, "links cannot be listed so");
    return links.list(tenant, target, report, all, rows);
  }

  /**
   * From now on the link opens nothing; the others of its delivery stay. Doing it again is well.
   */
  @DELETE
  @Path("{link}")
  public Map<String, Object> revoke(
      @PathParam("tenant") String tenant,
      @PathParam("target") String target,
      @PathParam("link") UUID link) {
    Map<String, Object> revoked =
        links
            .revoke(tenant, target, link, user.name())
            .orElseThrow(
                () ->
                    new ProblemException(
                        Problem.notFound("no link %s went to '%s'".formatted(link, target))));
    LOG.infof("%s took back link %s of %s", revoked.get("revoked_by"), link, tenant);
    return revoked;
  }
}

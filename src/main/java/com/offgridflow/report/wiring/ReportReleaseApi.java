package com.offgridflow.report.wiring;

import com.offgridflow.problem.Problem;
import com.offgridflow.problem.ProblemException;
import com.offgridflow.report.OtherReleases;
import com.offgridflow.report.Report;
import com.offgridflow.report.ReportJson;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/**
 * The same frozen figures for another release of the framework, with a digest of their own, in
 * every way that a report is written.
 */
@Path("/api/v1/tenants/{tenant}/reports/{report}/as/{other}")
public class ReportReleaseApi {
  private final ReportApi reports;
  private final RenderedFile file;

  ReportReleaseApi(ReportApi reports, RenderedFile file) {
    this.reports = reports;
    this.file = file;
  }

  /**
   * The report as it is digested.
   *
   * @param other id of the other release, such as {@code esrs-2026}
   */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public String json(
      @PathParam("tenant") String tenant,
      @PathParam("report") UUID report,
      @PathParam("other") String other) {
    return ReportJson.write(other(tenant, report, other));
  }

  /**
   * The report as a file.
   *
   * @param name of the rendering, such as {@code xbrl} or {@code ixbrl}
   * @throws ProblemException when there is no such rendering, or it fails preflight
   */
  @GET
  @Path("{rendering}")
  public Response file(
      @PathParam("tenant") String tenant,
      @PathParam("report") UUID report,
      @PathParam("other") String other,
      @PathParam("rendering") String name) {
    return file.of(other(tenant, report, other), name);
  }

  private Report other(String tenant, UUID report, String other) {
    Report frozen = reports.find(tenant, report);
    String id = frozen.framework().id();
    return OtherReleases.render(frozen, other)
        .orElseThrow(
            () ->
                new ProblemException(
                    Problem.notFound(
                        "a report by %s can be rendered for %s, not for '%s'"
                            .formatted(id, OtherReleases.of(id), other))));
  }
}

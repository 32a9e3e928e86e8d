package com.offgridflow.report.wiring;

import com.offgridflow.failure.UnrecoverableException;
import com.offgridflow.problem.Problem;
import com.offgridflow.problem.ProblemException;
import com.offgridflow.report.OtherReleases;
import com.offgridflow.report.Report;
import com.offgridflow.report.ReportJson;
import com.offgridflow.report.wiring.Renderings.Rendering;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;

/**
 * The same frozen figures for another release of the framework, with a digest of their own, in
 * every way that a report is written.
 */
@Path("/api/v1/tenants/{tenant}/reports/{report}/as/{other}")
public class ReportReleaseApi {
  private final ReportApi reports;
  private final RenderReport render;
  private final Renderings renderings;
  private final RenderingFiles files;

  ReportReleaseApi(
      ReportApi reports, RenderReport render, Renderings renderings, RenderingFiles files) {
    this.files = files;
    this.reports = reports;
    this.render = render;
    this.renderings = renderings;
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
    if (!renderings.names().contains(name)) {
      throw new ProblemException(
          Problem.notFound(
              "there is no rendering '%s'; there are %s".formatted(name, renderings.names())));
    }
    return file(other(tenant, report, other), renderings.named(name));
  }

  private Response file(Report report, Rendering rendering) {
    String file = render.fileName(report) + rendering.suffix();
    try {
      return Response.ok(files.once(rendering, report), rendering.mediaType())
          .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file + "\"")
          .build();
    } catch (UnrecoverableException e) {
      throw new ProblemException(Problem.conflict(e.getMessage()));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
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

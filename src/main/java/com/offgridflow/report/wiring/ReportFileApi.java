package com.offgridflow.report.wiring;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;

/** A frozen report's own files. */
@Path("/api/v1/tenants/{tenant}/reports/{report}/files")
public class ReportFileApi {
  private final ReportApi reports;
  private final RenderedFile file;

  ReportFileApi(ReportApi reports, RenderedFile file) {
    this.reports = reports;
    this.file = file;
  }

  /** The files that can be had. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public List<RenderedFile.Offer> list(
      @PathParam("tenant") String tenant, @PathParam("report") UUID report) {
    return file.offers(reports.find(tenant, report));
  }

  /**
   * One of them, in the same bytes whenever it is asked for; 404 when there is none, 409 when it
   * fails preflight.
   *
   * @param rendering such as {@code pdf}
   */
  @GET
  @Path("{rendering}")
  public Response get(
      @PathParam("tenant") String tenant,
      @PathParam("report") UUID report,
      @PathParam("rendering") String rendering) {
    return file.of(reports.find(tenant, report), rendering);
  }
}

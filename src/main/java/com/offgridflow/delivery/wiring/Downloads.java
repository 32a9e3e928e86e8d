package com.offgridflow.delivery.wiring;

import com.offgridflow.delivery.DownloadLink;
import com.offgridflow.failure.UnrecoverableException;
import com.offgridflow.report.Report;
import com.offgridflow.report.wiring.RenderReport;
import com.offgridflow.report.wiring.RenderingFiles;
import com.offgridflow.report.wiring.Renderings;
import com.offgridflow.report.wiring.Renderings.Rendering;
import com.offgridflow.report.wiring.ReportStore;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Optional;

/** Gives a rendering to whoever has a link to it, without a login. */
@Path("/d")
public class Downloads {
  private static final String PAGE =
      """
      <!DOCTYPE html>
      <html lang="en"><head><meta charset="UTF-8"><title>%1$s</title></head>
      <body><h1>%1$s</h1><p>%2$s</p></body></html>
      """;

  private final Links links;
  private final ReportStore reports;
  private final RenderReport render;
  private final Renderings renderings;
  private final RenderingFiles files;
  private final SentLinks sent;

  Downloads(
      Links links,
      SentLinks sent,
      ReportStore reports,
      RenderReport render,
      Renderings renderings,
      RenderingFiles files) {
    this.links = links;
    this.sent = sent;
    this.files = files;
    this.reports = reports;
    this.render = render;
    this.renderings = renderings;
  }

  /**
   * The file; 410 when the link has expired, was taken back or is of the first releases, whose
   * links could not be taken back; 404 when the hub did not make it.
   */
  @GET
  @Path("{token}")
  public Response get(@PathParam("token") String token) throws IOException {
    Optional<DownloadLink> link = links.verify(token);
    if (link.isEmpty()) {
      return links.signed(token)
          ? page(410, "The link is of an earlier release", "Ask whoever sent it for a new one.")
          : page(404, "There is nothing here", "The link is not complete, or was changed.");
    }
    if (links.expired(link.get())) {
      return page(410, "The link has expired", "Ask whoever sent it for the report.");
    }
    return switch (sent.open(link.get())) {
      case LIVE -> fileOrNothing(link.get());
      case REVOKED -> page(410, "The link was taken back", "Ask whoever sent it for the report.");
      case UNKNOWN -> page(404, "There is nothing here", "The hub has not sent this link.");
    };
  }

  private Response fileOrNothing(DownloadLink link) throws IOException {
    try {
      return file(link);
    } catch (UnrecoverableException | IllegalArgumentException e) {
      return page(404, "There is nothing here", "The report that the link leads to is gone.");
    }
  }

  private Response file(DownloadLink link) throws IOException {
    Rendering rendering = renderings.named(link.rendering());
    Report report = reports.load(link.tenant(), link.report());
    String name = render.fileName(report) + rendering.suffix();
    return guarded(Response.ok(files.once(rendering, report), rendering.mediaType()))
        .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
        .build();
  }

  private static Response page(int status, String title, String text) {
    return guarded(Response.status(status))
        .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
        .entity(PAGE.formatted(title, text))
        .build();
  }

  /** The link is a secret: it is not to be kept, passed on or indexed on the way. */
  private static Response.ResponseBuilder guarded(Response.ResponseBuilder response) {
    return response
        .header("Cache-Control", "private, no-store")
        .header("Referrer-Policy", "no-referrer")
        .header("X-Robots-Tag", "noindex")
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", "default-src 'none'; sandbox");
  }
}

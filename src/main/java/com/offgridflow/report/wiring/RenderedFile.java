package com.offgridflow.report.wiring;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.offgridflow.failure.UnrecoverableException;
import com.offgridflow.problem.Problem;
import com.offgridflow.problem.ProblemException;
import com.offgridflow.report.Report;
import com.offgridflow.report.wiring.Renderings.Rendering;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Renderings as answers of the API. */
@ApplicationScoped
class RenderedFile {
  private final RenderReport render;
  private final Renderings renderings;
  private final RenderingFiles files;

  RenderedFile(RenderReport render, Renderings renderings, RenderingFiles files) {
    this.render = render;
    this.renderings = renderings;
    this.files = files;
  }

  /**
   * A file that can be had of a report.
   *
   * @param rendering by which it is asked for
   * @param file its name
   * @param mediaType without parameters
   */
  record Offer(String rendering, String file, @JsonProperty("media_type") String mediaType) {}

  /** What can be had of the report. */
  List<Offer> offers(Report report) {
    return renderings.names().stream()
        .map(renderings::named)
        .filter(rendering -> rendering.fits(report))
        .map(
            rendering ->
                new Offer(rendering.name(), name(report, rendering), rendering.mediaType()))
        .toList();
  }

  /**
   * The report as a file, which is written first and then streamed.
   *
   * @param name of the rendering, such as {@code xbrl} or {@code ixbrl}
   * @throws ProblemException when the report has no such rendering, or it fails preflight
   */
  Response of(Report report, String name) {
    List<String> known = offers(report).stream().map(Offer::rendering).toList();
    if (!known.contains(name)) {
      throw new ProblemException(
          Problem.notFound(
              "a report by %s has no rendering '%s'; it has %s"
                  .formatted(report.framework().id(), name, known)));
    }
    return answer(report, renderings.named(name));
  }

  private Response answer(Report report, Rendering rendering) {
    String file = name(report, rendering);
    try {
      return Response.ok(files.once(rendering, report), rendering.mediaType())
          .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file + "\"")
          .header("X-Content-Type-Options", "nosniff")
          .header("Content-Security-Policy", "default-src 'none'; sandbox")
          .build();
    } catch (UnrecoverableException e) {
      throw new ProblemException(Problem.conflict(e.getMessage()));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  private String name(Report report, Rendering rendering) {
    return render.fileName(report) + rendering.suffix();
  }
}

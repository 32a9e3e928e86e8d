package com.offgridflow.report.wiring;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.offgridflow.report.Derivation;
import com.offgridflow.report.OtherReleases;
import com.offgridflow.report.Report;
import com.offgridflow.report.Stated;
import com.offgridflow.report.StatedParts;
import com.offgridflow.report.xbrl.TaggedFact;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The way home from a tagged fact, and the proof that nothing on it was changed. */
@Path("/api/v1/tenants/{tenant}/reports/{report}")
@Produces(MediaType.APPLICATION_JSON)
public class ReportTraceApi {
  private final ReportApi reports;
  private final ReportVerification verification;

  ReportTraceApi(ReportApi reports, ReportVerification verification) {
    this.reports = reports;
    this.verification = verification;
  }

  /**
   * A tagged fact and where it comes from.
   *
   * @param derivation digest over what the report was derived from
   * @param stated what the tenant stated for it, or for what it is computed from
   * @param origin a page of the emissions with activity, evidence and calculation
   */
  public record TracedFact(
      @JsonUnwrapped TaggedFact tagged,
      Optional<String> derivation,
      List<Stated> stated,
      List<Map<String, Object>> origin) {}

  /**
   * A fact of the XBRL documents by its id.
   *
   * @param after emission id of the last one of the page before
   */
  @GET
  @Path("facts/{fact}")
  public TracedFact fact(
      @PathParam("tenant") String tenant,
      @PathParam("report") UUID report,
      @PathParam("fact") String fact,
      @QueryParam("after") @DefaultValue("0") long after,
      @QueryParam("limit") @DefaultValue("100") int limit) {
    Report frozen = reports.find(tenant, report);
    Known known = find(frozen, fact);
    List<Map<String, Object>> origin =
        known.tagged().emissions() == 0
            ? List.of()
            : reports.emissions(frozen, known.frozen(), after, limit);
    return new TracedFact(
        known.tagged(),
        frozen.derivation().map(Derivation::digest),
        known.tagged().ofOtherPeriod() ? List.of() : StatedParts.of(frozen, known.frozen()),
        origin);
  }

  /**
   * Whether the report and all behind it is as it was when it was frozen.
   *
   * @param digest that a document of the report names, to prove that it is of this report
   */
  @GET
  @Path("verify")
  public ReportVerification.Verdict verify(
      @PathParam("tenant") String tenant,
      @PathParam("report") UUID report,
      @QueryParam("digest") String digest) {
    return verification.verify(tenant, report, Optional.ofNullable(digest));
  }

  /** A fact, and the data points of the frozen report that it comes from. */
  private record Known(TaggedFact tagged, List<String> frozen) {}

  /** Of the report itself, else of what it is rendered as for another release. */
  private static Known find(Report report, String fact) {
    return tagged(report, fact)
        .map(tagged -> new Known(tagged, List.of(tagged.dataPoint())))
        .or(() -> ofOtherRelease(report, fact))
        .orElseThrow(() -> new NotFoundException(unknown(report, fact)));
  }

  private static String unknown(Report report, String fact) {
    List<String> known = TaggedFact.of(report).stream().map(TaggedFact::fact).toList();
    return "the report has no fact '%s'; it has %s".formatted(fact, known);
  }

  private static Optional<Known> ofOtherRelease(Report report, String fact) {
    String id = report.framework().id();
    return OtherReleases.renderAll(report)
        .flatMap(
            other ->
                tagged(other, fact)
                    .map(
                        tagged ->
                            new Known(
                                tagged,
                                OtherReleases.origins(
                                    id, other.framework().id(), tagged.dataPoint())))
                    .stream())
        .findFirst();
  }

  private static Optional<TaggedFact> tagged(Report report, String fact) {
    return TaggedFact.of(report).stream().filter(known -> known.fact().equals(fact)).findFirst();
  }
}

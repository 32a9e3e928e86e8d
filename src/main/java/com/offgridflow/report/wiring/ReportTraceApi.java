package com.offgridflow.report.wiring;

import com.offgridflow.report.Dimension;
import com.offgridflow.report.OtherReleases;
import com.offgridflow.report.Report;
import com.offgridflow.report.ReportValue;
import com.offgridflow.report.ReportingPeriod;
import com.offgridflow.report.xbrl.FactPlan;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
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
   * @param dataPoint that it reports
   * @param value as published, in {@code unit}
   * @param emissions how many emissions are behind it
   * @param derivation digest over what the report was derived from
   * @param origin a page of the emissions with activity, evidence and calculation
   */
  public record TracedFact(
      String fact,
      String dataPoint,
      String paragraph,
      String label,
      Optional<String> concept,
      List<Dimension> dimensions,
      ReportingPeriod period,
      BigDecimal value,
      String unit,
      long emissions,
      Optional<String> derivation,
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
        known.value().emissions() == 0
            ? List.of()
            : reports.emissions(tenant, report, known.frozen(), after, limit);
    return traced(frozen, fact, known.value(), origin);
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

  /** A fact's value, and the data point of the frozen report that it comes from. */
  private record Known(ReportValue value, String frozen) {}

  /** Of the report itself, else of what it is rendered as for another release. */
  private static Known find(Report report, String fact) {
    return valueOf(report, fact)
        .map(value -> new Known(value, value.dataPoint()))
        .or(() -> ofOtherRelease(report, fact))
        .orElseThrow(
            () ->
                new NotFoundException(
                    "the report has no fact '%s'; it has %s"
                        .formatted(
                            fact,
                            FactPlan.of(report).facts().stream().map(FactPlan.Fact::id).toList())));
  }

  private static Optional<Known> ofOtherRelease(Report report, String fact) {
    String id = report.framework().id();
    return OtherReleases.renderAll(report)
        .flatMap(
            other ->
                valueOf(other, fact)
                    .flatMap(
                        value ->
                            OtherReleases.origin(id, other.framework().id(), value.dataPoint())
                                .map(frozen -> new Known(value, frozen)))
                    .stream())
        .findFirst();
  }

  private static Optional<ReportValue> valueOf(Report report, String fact) {
    return FactPlan.of(report).facts().stream()
        .filter(known -> known.id().equals(fact))
        .map(FactPlan.Fact::value)
        .findFirst();
  }

  private static TracedFact traced(
      Report report, String fact, ReportValue value, List<Map<String, Object>> origin) {
    return new TracedFact(
        fact,
        value.dataPoint(),
        value.paragraph(),
        value.label(),
        value.concept(),
        value.dimensions(),
        report.request().period(),
        value.published(),
        value.unit(),
        value.emissions(),
        report.derivation().map(derivation -> derivation.digest()),
        origin);
  }
}

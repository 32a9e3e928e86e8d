package com.offgridflow.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;

/**
 * A frozen report. Every rendering is made from it alone, and from the same report always the same.
 *
 * @param request what was wanted
 * @param framework by which rules
 * @param values data points with a value, in the framework's order
 * @param missing data points without one
 * @param texts narrative disclosures, in the framework's order
 * @param comparisons values of other periods
 * @param stated which of its values and texts the tenant states, with their evidence
 * @param basis what the figures rest on
 * @param derivation what the figures were derived from; empty in reports of the first releases
 * @param digest SHA-256 of its canonical form, lower-case hex, see {@link ReportJson}
 */
public record Report(
    ReportRequest request,
    FrameworkRelease framework,
    List<ReportValue> values,
    List<MissingValue> missing,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<ReportText> texts,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Comparison> comparisons,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Stated> stated,
    ReportBasis basis,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Derivation> derivation,
    String digest) {
  public Report {
    values = List.copyOf(values);
    missing = List.copyOf(missing);
    // reports of the first releases have none of them
    texts = texts == null ? List.of() : List.copyOf(texts);
    comparisons = comparisons == null ? List.of() : List.copyOf(comparisons);
    stated = stated == null ? List.of() : List.copyOf(stated);
  }

  /** A report of which nothing is stated, and that does not say what it was derived from. */
  public Report(
      ReportRequest request,
      FrameworkRelease framework,
      List<ReportValue> values,
      List<MissingValue> missing,
      List<ReportText> texts,
      List<Comparison> comparisons,
      ReportBasis basis,
      String digest) {
    this(request, framework, values, missing, texts, comparisons, basis, Optional.empty(), digest);
  }

  /** A report of which nothing is stated. */
  public Report(
      ReportRequest request,
      FrameworkRelease framework,
      List<ReportValue> values,
      List<MissingValue> missing,
      List<ReportText> texts,
      List<Comparison> comparisons,
      ReportBasis basis,
      Optional<Derivation> derivation,
      String digest) {
    this(
        request,
        framework,
        values,
        missing,
        texts,
        comparisons,
        List.of(),
        basis,
        derivation,
        digest);
  }

  /** The same with what it was derived from, and the digest that it then has. */
  public Report derivedFrom(Derivation derived) {
    return ReportJson.sealed(
        new Report(
            request,
            framework,
            values,
            missing,
            texts,
            comparisons,
            stated,
            basis,
            Optional.of(derived),
            ""));
  }
}

package com.offgridflow.report;

import java.util.List;

/**
 * A frozen report. Every rendering is made from it alone, and from the same report always the same.
 *
 * @param request what was wanted
 * @param framework by which rules
 * @param values data points with a value, in the framework's order
 * @param missing data points without one
 * @param basis what the figures rest on
 * @param digest SHA-256 of its canonical form, lower-case hex, see {@link ReportJson}
 */
public record Report(
    ReportRequest request,
    FrameworkRelease framework,
    List<ReportValue> values,
    List<MissingValue> missing,
    ReportBasis basis,
    String digest) {
  public Report {
    values = List.copyOf(values);
    missing = List.copyOf(missing);
  }
}

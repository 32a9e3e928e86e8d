package com.offgridflow.report.wiring;

import com.offgridflow.report.Report;

/** Inline documents for tests of other packages. */
public final class InlineDocuments {
  private InlineDocuments() {}

  public static byte[] render(Report report) {
    return new InlineXbrl(new ReportTemplates()).render(report);
  }
}

package com.offgridflow.report.sheet;

import com.offgridflow.report.SampleEmissions;
import com.offgridflow.report.SampleReports;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a workbook of so many emissions, as a process of its own with a heap of its own. */
final class WriteWorkbook {
  private WriteWorkbook() {}

  public static void main(String[] arguments) throws IOException {
    try (OutputStream out =
        new BufferedOutputStream(Files.newOutputStream(Path.of(arguments[0])))) {
      long rows = Long.parseLong(arguments[1]);
      ReportWorkbook.write(SampleReports.full(), SampleEmissions.rows(rows), out);
    }
  }
}

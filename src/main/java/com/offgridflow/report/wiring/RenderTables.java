package com.offgridflow.report.wiring;

import com.offgridflow.report.EmissionRows;
import com.offgridflow.report.Report;
import com.offgridflow.report.ReportRequest;
import com.offgridflow.report.csv.EmissionsCsv;
import com.offgridflow.report.json.ReportDocument;
import com.offgridflow.report.sheet.ReportWorkbook;
import com.offgridflow.report.sheet.WorkbookDate;
import com.offgridflow.wiring.HubConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.apache.camel.Body;

/**
 * The renderings of a report for programs and spreadsheets. Those that hold every emission are
 * written as they are read, because memory is not the place for a million rows.
 */
@ApplicationScoped
@Named("renderTables")
public class RenderTables {
  private final EmissionTable emissions;
  private final HubConfig config;

  RenderTables(EmissionTable emissions, HubConfig config) {
    this.emissions = emissions;
    this.config = config;
  }

  public byte[] json(@Body Report report) {
    return ReportDocument.render(report);
  }

  void workbook(Report report, OutputStream out) throws IOException {
    Path undated = RenderingFiles.temporary(config, ".xlsx");
    try {
      try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(undated), 1 << 16)) {
        ReportWorkbook.write(report, rows(report), file);
      }
      WorkbookDate.write(undated, report.request().frozenAt(), out);
    } finally {
      Files.deleteIfExists(undated);
    }
  }

  void emissions(Report report, OutputStream out) throws IOException {
    ReportRequest request = report.request();
    EmissionsCsv table = new EmissionsCsv(out);
    emissions.copy(request.tenant(), UUID.fromString(request.id()), table::copied);
  }

  private EmissionRows rows(Report report) {
    ReportRequest request = report.request();
    return emissions.of(request.tenant(), UUID.fromString(request.id()));
  }
}

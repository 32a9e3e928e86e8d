package com.offgridflow.report.wiring;

import com.offgridflow.job.HubProperties;
import com.offgridflow.job.Job;
import com.offgridflow.report.EmissionRows;
import com.offgridflow.report.Report;
import com.offgridflow.report.ReportRequest;
import com.offgridflow.report.csv.EmissionsCsv;
import com.offgridflow.report.json.ReportDocument;
import com.offgridflow.report.sheet.ReportWorkbook;
import com.offgridflow.wiring.HubConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.io.BufferedOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.apache.camel.Body;
import org.apache.camel.ExchangeProperty;

/**
 * The renderings of a report for programs and spreadsheets. Those that hold every emission are
 * files, because memory is not the place for a million rows; the same job writes the same file.
 */
@ApplicationScoped
@Named("renderTables")
public class RenderTables {
  private final EmissionTable emissions;
  private final Path directory;

  RenderTables(EmissionTable emissions, HubConfig config) {
    this.emissions = emissions;
    this.directory = config.data().toAbsolutePath().resolve("rendering");
  }

  public byte[] json(@Body Report report) {
    return ReportDocument.render(report);
  }

  public File workbook(@Body Report report, @ExchangeProperty(HubProperties.JOB) Job job)
      throws IOException {
    return file(job, ".xlsx", out -> ReportWorkbook.write(report, rows(report), out));
  }

  public File emissions(@Body Report report, @ExchangeProperty(HubProperties.JOB) Job job)
      throws IOException {
    return file(job, ".csv", out -> EmissionsCsv.write(rows(report), out));
  }

  /** Removes what the job has written here. */
  public void clear(@ExchangeProperty(HubProperties.JOB) Job job) throws IOException {
    Files.deleteIfExists(place(job, ".xlsx"));
    Files.deleteIfExists(place(job, ".csv"));
  }

  private EmissionRows rows(Report report) {
    ReportRequest request = report.request();
    return emissions.of(request.tenant(), UUID.fromString(request.id()));
  }

  private File file(Job job, String ending, Writing writing) throws IOException {
    Files.createDirectories(directory);
    Path file = place(job, ending);
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
      writing.to(out);
    }
    return file.toFile();
  }

  private Path place(Job job, String ending) {
    return directory.resolve("job-" + job.id() + ending);
  }

  @FunctionalInterface
  private interface Writing {
    void to(OutputStream out) throws IOException;
  }
}

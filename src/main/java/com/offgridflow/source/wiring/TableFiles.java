package com.offgridflow.source.wiring;

import com.offgridflow.intake.Rejection;
import com.offgridflow.intake.wiring.Intake;
import com.offgridflow.intake.wiring.NotUsage;
import com.offgridflow.intake.wiring.Runs;
import com.offgridflow.job.HubProperties;
import com.offgridflow.job.Job;
import com.offgridflow.problem.Problem.Fault;
import com.offgridflow.source.Connection;
import com.offgridflow.source.LocalObject;
import com.offgridflow.source.SyncTally;
import com.offgridflow.table.Loaded;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Body;
import org.apache.camel.Exchange;

/** Tables of what is no usage, dropped at a connection's location; each is a run of its own. */
@ApplicationScoped
@Named("tableFiles")
public class TableFiles {
  /** ISO 4217 for no currency: the rows of such tables have no cost. */
  private static final String NO_CURRENCY = "XXX";

  private final Runs runs;
  private final Intake intake;

  TableFiles(Runs runs, Intake intake) {
    this.runs = runs;
    this.intake = intake;
  }

  /**
   * A kind of table.
   *
   * @param format its name, such as {@code instruments-csv}
   * @param row what a row of it is, such as {@code instrument}
   * @param code of a row that is none
   */
  public record Kind(String format, String row, String code) {}

  /** Loads the rows that are right. */
  @FunctionalInterface
  public interface Loader {
    /**
     * @throws IllegalArgumentException when the table as a whole cannot be read
     */
    Loaded load(String tenant, String name, Reader csv) throws IOException;
  }

  /** Starts the tally of the files at the location. */
  public void begin(Exchange exchange, @Body List<?> objects) {
    SyncTally tally = new SyncTally();
    tally.found(objects.size());
    exchange.setProperty(HubProperties.TALLY, tally);
  }

  /** Loads a file unless just this content was loaded before. */
  public void load(Kind kind, LocalObject file, Exchange exchange, Loader loader)
      throws IOException {
    Connection connection = exchange.getProperty(HubProperties.CONNECTION, Connection.class);
    Job job = exchange.getProperty(HubProperties.JOB, Job.class);
    SyncTally tally = exchange.getProperty(HubProperties.TALLY, SyncTally.class);
    String tenant = connection.tenant();
    Optional<Long> run =
        runs.open(tenant, connection.id(), file.name(), job.id(), "[]", file.digest());
    if (run.isEmpty()) {
      tally.unchanged();
      return;
    }
    try (BufferedReader csv = Files.newBufferedReader(file.file())) {
      close(kind, tenant, run.get(), file, loader.load(tenant, file.name(), csv));
      tally.taken();
    } catch (IllegalArgumentException e) {
      Fault fault = new Fault("", "", e.getMessage());
      runs.refuse(tenant, run.get(), rejection(kind, file, "the header", fault));
      tally.refused();
    }
  }

  /** A row is of its kind, which is no usage, or rejected. */
  private void close(Kind kind, String tenant, long run, LocalObject file, Loaded table) {
    List<Rejection> rejections =
        table.rejected().stream()
            .flatMap(bad -> bad.faults().stream().map(f -> rejection(kind, file, bad.row(), f)))
            .toList();
    intake.rejectLines(tenant, run, rejections, table.rejected().size());
    int loaded = table.rows() - table.rejected().size();
    NotUsage rows = new NotUsage(kind.row(), "", "", BigDecimal.ZERO, NO_CURRENCY, loaded);
    runs.notUsage(tenant, run, List.of(rows));
    runs.close(tenant, run, kind.format(), table.rows());
  }

  private static Rejection rejection(Kind kind, LocalObject file, String row, Fault fault) {
    return new Rejection(
        file.name(),
        row,
        fault.field(),
        fault.value(),
        kind.code(),
        fault.message(),
        "correct it and drop the file again; the rows that were right are loaded");
  }
}

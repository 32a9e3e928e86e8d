package com.offgridflow.emission.wiring;

import com.offgridflow.emission.scope2.InstrumentReading.Rejected;
import com.offgridflow.emission.wiring.InstrumentLoading.Result;
import com.offgridflow.intake.Rejection;
import com.offgridflow.intake.wiring.Intake;
import com.offgridflow.intake.wiring.NotUsage;
import com.offgridflow.intake.wiring.Runs;
import com.offgridflow.job.HubProperties;
import com.offgridflow.job.Job;
import com.offgridflow.source.Connection;
import com.offgridflow.source.LocalObject;
import com.offgridflow.source.SyncTally;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.io.BufferedReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;

/** Tables of instruments that are dropped at a connection's location; each is a run of its own. */
@ApplicationScoped
@Named("instrumentFiles")
public class InstrumentFiles {
  private static final String FORMAT = "instruments-csv";

  /** ISO 4217 for no currency: rows of instruments have no cost. */
  private static final String NO_CURRENCY = "XXX";

  private final InstrumentLoading loading;
  private final Runs runs;
  private final Intake intake;

  InstrumentFiles(InstrumentLoading loading, Runs runs, Intake intake) {
    this.loading = loading;
    this.runs = runs;
    this.intake = intake;
  }

  /** Starts the tally of the files at the location. */
  public void begin(Exchange exchange, @Body List<?> objects) {
    SyncTally tally = new SyncTally();
    tally.found(objects.size());
    exchange.setProperty(HubProperties.TALLY, tally);
  }

  /** Loads a file unless just this content was loaded before. */
  public void load(
      @Body LocalObject file,
      @ExchangeProperty(HubProperties.CONNECTION) Connection connection,
      @ExchangeProperty(HubProperties.JOB) Job job,
      @ExchangeProperty(HubProperties.TALLY) SyncTally tally)
      throws IOException {
    String tenant = connection.tenant();
    Optional<Long> run =
        runs.open(tenant, connection.id(), file.name(), job.id(), "[]", file.digest());
    if (run.isEmpty()) {
      tally.unchanged();
      return;
    }
    try (BufferedReader csv = Files.newBufferedReader(file.file())) {
      close(tenant, run.get(), file, loading.load(tenant, file.name(), csv));
      tally.taken(false);
    } catch (IllegalArgumentException e) {
      runs.refuse(tenant, run.get(), rejection(file, "the header", "", "", e.getMessage()));
      tally.refused();
    }
  }

  /** A row is an instrument, which is no usage, or rejected. */
  private void close(String tenant, long run, LocalObject file, Result result) {
    List<Rejection> rejections =
        result.rejected().stream().flatMap(row -> rejections(file, row).stream()).toList();
    intake.rejectLines(tenant, run, rejections, result.rejected().size());
    int loaded = result.rows() - result.rejected().size();
    NotUsage rows = new NotUsage("instrument", "", "", BigDecimal.ZERO, NO_CURRENCY, loaded);
    runs.notUsage(tenant, run, List.of(rows));
    runs.close(tenant, run, FORMAT, result.rows());
  }

  private static List<Rejection> rejections(LocalObject file, Rejected row) {
    return row.faults().stream()
        .map(fault -> rejection(file, row.row(), fault.field(), fault.value(), fault.message()))
        .toList();
  }

  private static Rejection rejection(
      LocalObject file, String row, String field, String value, String message) {
    return new Rejection(
        file.name(),
        row,
        field,
        value,
        "INVALID_INSTRUMENT",
        message,
        "correct it and drop the file again; the rows that were right are loaded");
  }
}

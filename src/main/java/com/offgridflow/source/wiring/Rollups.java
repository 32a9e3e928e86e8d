package com.offgridflow.source.wiring;

import com.offgridflow.intake.Rejection;
import com.offgridflow.intake.wiring.Intake;
import com.offgridflow.intake.wiring.Runs;
import com.offgridflow.job.HubProperties;
import com.offgridflow.job.Job;
import com.offgridflow.lake.BillingFormat;
import com.offgridflow.lake.RejectedRow;
import com.offgridflow.lake.Scratch;
import com.offgridflow.lake.wiring.LakeReader;
import com.offgridflow.source.Delivery;
import com.offgridflow.source.LocalObject;
import com.offgridflow.source.RollupRow;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;

/** Between the rollup SQL of a format and intake. */
@ApplicationScoped
@Named("rollups")
public class Rollups {
  static final String ACCOUNT = "hubRollup";

  private final LakeReader reader;
  private final Intake intake;
  private final Runs runs;
  private final Spool spool;

  Rollups(LakeReader reader, Intake intake, Runs runs, Spool spool) {
    this.spool = spool;
    this.reader = reader;
    this.intake = intake;
    this.runs = runs;
  }

  /** Verifies the files of the delivery; body becomes the query that rolls them up. */
  public void query(Exchange exchange) throws IOException {
    BillingFormat format = exchange.getProperty(HubProperties.FORMAT, BillingFormat.class);
    Scratch scratch = spool.scratch(exchange.getProperty(HubProperties.JOB, Job.class));
    List<Path> files = objects(exchange).stream().map(LocalObject::file).toList();
    RollupAccount account = new RollupAccount(reader.open(format, files, scratch));
    exchange.setProperty(ACCOUNT, account);
    exchange.getMessage().setBody(account.files().query());
  }

  /** The engine could not run the query: a file is damaged behind its header. */
  public void brokenOff(
      @ExchangeProperty(ACCOUNT) RollupAccount account,
      @ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Exception failure) {
    Throwable engine = failure;
    while (engine.getCause() != null) {
      engine = engine.getCause();
    }
    throw reader.brokenOff(account.files(), engine);
  }

  /** Records of the groups that are usage; the others are put to the account. */
  public List<Map<String, Object>> records(
      @Body List<RollupRow> rows,
      @ExchangeProperty(ACCOUNT) RollupAccount account,
      @ExchangeProperty(HubProperties.DELIVERY) Delivery delivery,
      @ExchangeProperty(HubProperties.DIGEST) String digest) {
    List<Map<String, Object>> records = new ArrayList<>(rows.size());
    for (RollupRow row : rows) {
      account.add(row);
      if (row.usage()) {
        records.add(row.toRecord(delivery.name(), digest));
      }
    }
    return records;
  }

  /** Writes down what is no usage, and the lines that could not be read. */
  public void finish(
      Exchange exchange,
      @ExchangeProperty(ACCOUNT) RollupAccount account,
      @ExchangeProperty(HubProperties.TENANT) String tenant,
      @ExchangeProperty(HubProperties.RUN) long runId) {
    runs.notUsage(tenant, runId, account.notUsage());
    List<LocalObject> objects = objects(exchange);
    List<Rejection> rejections =
        reader.rejected(account.files(), account.lines()).stream()
            .map(row -> rejection(row, objects))
            .toList();
    intake.rejectLines(tenant, runId, rejections, rejections.size());
    exchange.setProperty(HubProperties.LINES, account.files().rows());
  }

  private static Rejection rejection(RejectedRow row, List<LocalObject> objects) {
    String name =
        objects.stream()
            .filter(object -> object.is(row.file()))
            .map(LocalObject::name)
            .findFirst()
            .orElse(row.file().getFileName().toString());
    boolean wholeRow = row.column().isEmpty();
    return new Rejection(
        name,
        "line " + row.row(),
        wholeRow ? "(row)" : row.column(),
        row.value(),
        wholeRow ? "MALFORMED_ROW" : "UNUSABLE_VALUE",
        wholeRow ? "the row cannot be read" : "the value is not usable",
        "expected " + row.expected());
  }

  @SuppressWarnings("unchecked")
  private static List<LocalObject> objects(Exchange exchange) {
    return exchange.getProperty(HubProperties.OBJECTS, List.class);
  }
}

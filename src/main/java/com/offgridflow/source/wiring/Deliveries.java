package com.offgridflow.source.wiring;

import com.offgridflow.failure.UnrecoverableException;
import com.offgridflow.intake.Rejection;
import com.offgridflow.job.HubProperties;
import com.offgridflow.job.Job;
import com.offgridflow.lake.BillingFormat;
import com.offgridflow.source.AwsManifest;
import com.offgridflow.source.AzureManifest;
import com.offgridflow.source.Connection;
import com.offgridflow.source.Delivery;
import com.offgridflow.source.DeliveryFinder;
import com.offgridflow.source.DeliveryMonth;
import com.offgridflow.source.LocalObject;
import com.offgridflow.source.RefusedDeliveryException;
import com.offgridflow.source.RemoteObject;
import com.offgridflow.source.SyncTally;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;

/** The life of a delivery within a sync: found, opened as a run, closed. */
@ApplicationScoped
@Named("deliveries")
public class Deliveries {
  private static final String PRESENT = "hubPresent";
  private static final String ANNOUNCED = "hubAnnouncedLines";

  private final DeliveryRuns runs;
  private final Formats formats;
  private final DeliveredObjects objects;
  private final Spool spool;

  Deliveries(DeliveryRuns runs, Formats formats, DeliveredObjects objects, Spool spool) {
    this.spool = spool;
    this.runs = runs;
    this.formats = formats;
    this.objects = objects;
  }

  /**
   * Body is all objects at the location; it becomes the deliveries that they make up, of a backfill
   * those whose names tell its month.
   */
  @SuppressWarnings("unchecked")
  public void find(Exchange exchange) {
    List<RemoteObject> objects = exchange.getMessage().getBody(List.class);
    Optional<YearMonth> month = Backfills.month(exchange.getProperty(HubProperties.JOB, Job.class));
    List<Delivery> all = DeliveryFinder.find(objects);
    List<Delivery> found =
        month.isEmpty()
            ? all
            : all.stream().filter(d -> DeliveryMonth.of(d.name()).equals(month)).toList();
    SyncTally tally = new SyncTally();
    tally.found(found.size());
    if (month.isPresent()) {
      long undated = all.stream().filter(d -> DeliveryMonth.of(d.name()).isEmpty()).count();
      tally.undated(Math.toIntExact(undated));
    }
    exchange.setProperty(HubProperties.TALLY, tally);
    exchange.setProperty(PRESENT, objects);
    exchange.getMessage().setBody(found);
  }

  /** Body is the manifest; the delivery becomes what it names. */
  @SuppressWarnings("unchecked")
  public void readManifest(Exchange exchange) {
    LocalObject manifest = exchange.getMessage().getBody(LocalObject.class);
    Delivery delivery = exchange.getProperty(HubProperties.DELIVERY, Delivery.class);
    List<RemoteObject> present = exchange.getProperty(PRESENT, List.class);
    List<RemoteObject> named =
        manifest.name().endsWith("-Manifest.json")
            ? AwsManifest.objects(manifest.file(), manifest.name(), present)
            : azure(manifest, present, exchange);
    exchange.setProperty(HubProperties.DELIVERY, new Delivery(delivery.name(), named, false));
  }

  private static List<RemoteObject> azure(
      LocalObject file, List<RemoteObject> present, Exchange exchange) {
    AzureManifest manifest = AzureManifest.read(file.file(), file.name(), present);
    String wanted =
        connection(exchange).settings().getOrDefault("dataset", AzureManifest.USUAL_DATASET);
    manifest.require(wanted, file.name());
    exchange.setProperty(ANNOUNCED, manifest.rows().orElse(null));
    return manifest.objects();
  }

  /** Body is the delivery's objects, within reach; opens a run unless they are all known. */
  @SuppressWarnings("unchecked")
  public void open(Exchange exchange) throws IOException {
    List<LocalObject> fetched = exchange.getMessage().getBody(List.class);
    Connection connection = connection(exchange);
    String digest = Digests.of(fetched);
    String allowed = allowed(exchange);
    Delivery delivery = exchange.getProperty(HubProperties.DELIVERY, Delivery.class);
    Job job = exchange.getProperty(HubProperties.JOB, Job.class);
    BillingFormat format =
        fetched.isEmpty()
            ? formats.usual(allowed)
            : formats.recognise(fetched, allowed, spool.scratch(job));
    Optional<Long> run =
        runs.open(
            connection,
            delivery,
            job,
            objects.describe(delivery, fetched),
            digest,
            tally(exchange));
    exchange.setProperty(HubProperties.OBJECTS, fetched);
    exchange.setProperty(HubProperties.DIGEST, digest);
    exchange.setProperty(HubProperties.FORMAT, format);
    exchange.setProperty(HubProperties.READER, fetched.isEmpty() ? "nothing" : format.reader());
    exchange.setProperty(HubProperties.RUN, run.orElse(null));
  }

  /** Which formats a source takes is the one thing that only its route can say. */
  private static String allowed(Exchange exchange) {
    String formats = exchange.getProperty(HubProperties.FORMATS, String.class);
    if (formats == null || formats.isBlank()) {
      String message =
          "the route of the source '%s' sets no exchange property '%s'; it needs a setProperty with"
              + " name: %2$s and constant: focus, or several formats with commas, or '*'";
      throw new UnrecoverableException(
          message.formatted(connection(exchange).kind(), HubProperties.FORMATS));
    }
    return formats;
  }

  /**
   * Everything is staged: makes it visible.
   *
   * @param announced lines that the delivery's manifest speaks of, where it does
   * @throws RefusedDeliveryException when lines are missing
   */
  public void close(
      @ExchangeProperty(HubProperties.CONNECTION) Connection connection,
      @ExchangeProperty(HubProperties.DELIVERY) Delivery delivery,
      @ExchangeProperty(HubProperties.RUN) long runId,
      @ExchangeProperty(HubProperties.FORMAT) BillingFormat format,
      @ExchangeProperty(HubProperties.LINES) long lines,
      @ExchangeProperty(ANNOUNCED) Long announced,
      @ExchangeProperty(HubProperties.TALLY) SyncTally tally) {
    if (announced != null && announced != lines) {
      throw incomplete(delivery, announced, lines);
    }
    runs.finish(connection, delivery, runId, format.code(), lines, tally);
  }

  private static RefusedDeliveryException incomplete(
      Delivery delivery, long announced, long lines) {
    return new RefusedDeliveryException(
        new Rejection(
            delivery.name(),
            "the whole delivery",
            "dataRowCount",
            Long.toString(announced),
            "OTHER_ROW_COUNT",
            "its files have " + lines + " rows",
            "files with the rows that the manifest counts; until then what is there stays"));
  }

  private static SyncTally tally(Exchange exchange) {
    return exchange.getProperty(HubProperties.TALLY, SyncTally.class);
  }

  private static Connection connection(Exchange exchange) {
    return exchange.getProperty(HubProperties.CONNECTION, Connection.class);
  }
}

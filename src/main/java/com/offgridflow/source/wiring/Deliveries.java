package com.offgridflow.source.wiring;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.offgridflow.intake.Balance;
import com.offgridflow.intake.Rejection;
import com.offgridflow.intake.wiring.Runs;
import com.offgridflow.job.HubProperties;
import com.offgridflow.job.Job;
import com.offgridflow.lake.BillingFormat;
import com.offgridflow.source.Connection;
import com.offgridflow.source.CurManifest;
import com.offgridflow.source.Delivery;
import com.offgridflow.source.DeliveryFinder;
import com.offgridflow.source.LocalObject;
import com.offgridflow.source.RefusedDeliveryException;
import com.offgridflow.source.RemoteObject;
import com.offgridflow.source.SyncTally;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;

/** The life of a delivery within a sync: found, opened as a run, closed. */
@ApplicationScoped
@Named("deliveries")
public class Deliveries {
  private static final String PRESENT = "hubPresent";

  private final Runs runs;
  private final Formats formats;
  private final ObjectMapper json;

  Deliveries(Runs runs, Formats formats, ObjectMapper json) {
    this.runs = runs;
    this.formats = formats;
    this.json = json;
  }

  /** Body is all objects at the location; it becomes the deliveries that they make up. */
  @SuppressWarnings("unchecked")
  public void find(Exchange exchange) {
    List<RemoteObject> objects = exchange.getMessage().getBody(List.class);
    List<Delivery> found = DeliveryFinder.find(objects);
    SyncTally tally = new SyncTally();
    tally.found(found.size());
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
    List<RemoteObject> named = CurManifest.objects(manifest.file(), manifest.name(), present);
    exchange.setProperty(HubProperties.DELIVERY, new Delivery(delivery.name(), named, false));
  }

  /** Body is the delivery's objects, within reach; opens a run unless they are all known. */
  @SuppressWarnings("unchecked")
  public void open(Exchange exchange) {
    List<LocalObject> objects = exchange.getMessage().getBody(List.class);
    Connection connection = connection(exchange);
    String digest = Digests.of(objects);
    BillingFormat format =
        formats.recognise(objects, exchange.getProperty("hubFormats", String.class));
    Optional<Long> run =
        runs.open(
            connection.tenant(),
            connection.id(),
            exchange.getProperty(HubProperties.DELIVERY, Delivery.class).name(),
            exchange.getProperty(HubProperties.JOB, Job.class).id(),
            describe(objects),
            digest);
    exchange.setProperty(HubProperties.OBJECTS, objects);
    exchange.setProperty(HubProperties.DIGEST, digest);
    exchange.setProperty(HubProperties.FORMAT, format);
    exchange.setProperty(
        HubProperties.READER, format.rollup().isPresent() ? "rollup" : format.code());
    exchange.setProperty(HubProperties.RUN, run.orElse(null));
    if (run.isEmpty()) {
      tally(exchange).unchanged();
    }
  }

  /**
   * Everything is staged: makes it visible.
   *
   * @throws RefusedDeliveryException when a delivery without lines would take back one with lines
   */
  public void close(
      @ExchangeProperty(HubProperties.CONNECTION) Connection connection,
      @ExchangeProperty(HubProperties.DELIVERY) Delivery delivery,
      @ExchangeProperty(HubProperties.RUN) long runId,
      @ExchangeProperty(HubProperties.FORMAT) BillingFormat format,
      @ExchangeProperty(HubProperties.LINES) long lines,
      @ExchangeProperty(HubProperties.TALLY) SyncTally tally) {
    if (lines == 0) {
      keepWhatIsThere(connection, delivery);
    }
    Balance balance = runs.close(connection.tenant(), runId, format.code(), lines);
    tally.taken(balance.accepted() + balance.superseding() + balance.withdrawn() > 0);
  }

  /** A month without use is valid; a month that lost all its lines is more likely a mistake. */
  private void keepWhatIsThere(Connection connection, Delivery delivery) {
    long current = runs.current(connection.tenant(), connection.id(), delivery.name());
    if (current > 0) {
      throw new RefusedDeliveryException(
          new Rejection(
              delivery.name(),
              "the whole delivery",
              "",
              "",
              "EMPTY_DELIVERY",
              "it has no lines, but an earlier delivery of it brought " + current + " activities",
              "a delivery with lines; until then what is there stays"));
    }
  }

  private static SyncTally tally(Exchange exchange) {
    return exchange.getProperty(HubProperties.TALLY, SyncTally.class);
  }

  private static Connection connection(Exchange exchange) {
    return exchange.getProperty(HubProperties.CONNECTION, Connection.class);
  }

  private String describe(List<LocalObject> objects) {
    List<Map<String, Object>> rows =
        objects.stream()
            .map(
                object ->
                    Map.<String, Object>of(
                        "name", object.name(),
                        "bytes", object.bytes(),
                        "sha256", object.digest()))
            .toList();
    try {
      return json.writeValueAsString(rows);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("objects cannot be written as JSON", e);
    }
  }
}

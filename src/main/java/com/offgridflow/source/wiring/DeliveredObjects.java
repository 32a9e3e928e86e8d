package com.offgridflow.source.wiring;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.offgridflow.intake.wiring.RunHistory;
import com.offgridflow.job.HubProperties;
import com.offgridflow.job.Job;
import com.offgridflow.source.Connection;
import com.offgridflow.source.Delivery;
import com.offgridflow.source.LocalObject;
import com.offgridflow.source.RemoteObject;
import com.offgridflow.source.SyncTally;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.camel.ExchangeProperty;

/**
 * Which objects a delivery was made of when it was read last: those that have kept their tags need
 * not be fetched again.
 */
@ApplicationScoped
@Named("deliveredObjects")
public class DeliveredObjects {
  private final RunHistory history;
  private final ObjectMapper json;

  DeliveredObjects(RunHistory history, ObjectMapper json) {
    this.history = history;
    this.json = json;
  }

  /**
   * Whether the delivery may be another than the one read last, or is wanted although it is not; if
   * neither, that is written down.
   */
  public boolean changed(
      @ExchangeProperty(HubProperties.CONNECTION) Connection connection,
      @ExchangeProperty(HubProperties.DELIVERY) Delivery delivery,
      @ExchangeProperty(HubProperties.JOB) Job job,
      @ExchangeProperty(HubProperties.TALLY) SyncTally tally)
      throws JsonProcessingException {
    boolean wanted = Backfills.month(job).isPresent();
    if (wanted || !tagged(delivery) || !tags(delivery).equals(read(connection, delivery))) {
      return true;
    }
    history.unchanged(connection.tenant(), connection.id(), delivery.name(), job.id());
    tally.unchanged();
    return false;
  }

  private static boolean tagged(Delivery delivery) {
    return !delivery.objects().isEmpty()
        && delivery.objects().stream().noneMatch(object -> object.tag().isEmpty());
  }

  private static Set<List<String>> tags(Delivery delivery) {
    return delivery.objects().stream()
        .map(object -> List.of(object.name(), object.tag()))
        .collect(Collectors.toSet());
  }

  private Set<List<String>> read(Connection connection, Delivery delivery)
      throws JsonProcessingException {
    Optional<String> last =
        history.lastObjects(connection.tenant(), connection.id(), delivery.name());
    JsonNode objects = json.readTree(last.orElse("[]"));
    return StreamSupport.stream(objects.spliterator(), false)
        .map(object -> List.of(object.path("name").asText(), object.path("tag").asText()))
        .collect(Collectors.toSet());
  }

  /** The objects as JSON: name, bytes, digest, and the tag where there is one. */
  String describe(Delivery delivery, List<LocalObject> fetched) {
    Map<String, String> tags =
        delivery.objects().stream()
            .collect(Collectors.toMap(RemoteObject::name, RemoteObject::tag, (a, b) -> a));
    List<Map<String, Object>> rows =
        fetched.stream()
            .map(
                object ->
                    Map.<String, Object>of(
                        "name", object.name(),
                        "bytes", object.bytes(),
                        "sha256", object.digest(),
                        "tag", tags.getOrDefault(object.name(), "")))
            .toList();
    try {
      return json.writeValueAsString(rows);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("objects cannot be written as JSON", e);
    }
  }
}

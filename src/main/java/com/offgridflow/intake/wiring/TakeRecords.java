package com.offgridflow.intake.wiring;

import com.offgridflow.job.HubProperties;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;

/**
 * What {@code direct:intake} calls. Within a sync the run is there already; a source that started
 * by itself names tenant and source, and gets a run of its own for what it sends.
 */
@ApplicationScoped
@Named("takeRecords")
public class TakeRecords {
  private final Intake intake;
  private final Runs runs;

  TakeRecords(Intake intake, Runs runs) {
    this.intake = intake;
    this.runs = runs;
  }

  /** Takes in the body: a record, or a list of them. */
  public void take(Exchange exchange) {
    List<Map<String, ?>> records = records(exchange.getMessage().getBody());
    String tenant = required(exchange, HubProperties.TENANT);
    Long runId = exchange.getProperty(HubProperties.RUN, Long.class);
    if (runId != null) {
      intake.take(tenant, runId, records);
    } else {
      takeAlone(exchange, tenant, records);
    }
  }

  private void takeAlone(Exchange exchange, String tenant, List<Map<String, ?>> records) {
    String source = required(exchange, HubProperties.SOURCE);
    String delivery = "message " + exchange.getExchangeId();
    long runId = runs.open(tenant, source, delivery, null, "[]", delivery).orElseThrow();
    try {
      intake.take(tenant, runId, records);
      runs.close(tenant, runId, "message", lines(records));
    } catch (RuntimeException e) {
      runs.fail(tenant, runId, e.getMessage());
      throw e;
    }
  }

  private static long lines(List<Map<String, ?>> records) {
    return records.stream().mapToLong(Intake::lines).sum();
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, ?>> records(Object body) {
    if (body instanceof Map<?, ?> one) {
      return List.of((Map<String, ?>) one);
    }
    if (body instanceof List<?> many && many.stream().allMatch(Map.class::isInstance)) {
      return (List<Map<String, ?>>) (List<?>) many;
    }
    throw new IllegalArgumentException(
        "direct:intake takes a map or a list of maps by schemas/activity-1.json, not "
            + (body == null ? "nothing" : body.getClass().getName()));
  }

  private static String required(Exchange exchange, String name) {
    String value = exchange.getProperty(name, String.class);
    if (value == null) {
      throw new IllegalArgumentException("direct:intake needs the exchange property " + name);
    }
    return value;
  }
}

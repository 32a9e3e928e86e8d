package com.offgridflow.intake.wiring;

import static com.offgridflow.intake.wiring.Records.electricity;
import static com.offgridflow.intake.wiring.Records.with;
import static com.offgridflow.intake.wiring.Records.without;
import static org.assertj.core.api.Assertions.assertThat;

import com.offgridflow.job.HubProperties;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CoreIntakeRouteTest extends DeliveredRecords {
  @Inject ProducerTemplate producer;

  @Test
  void shouldTakeInWhatASourceSendsByItself() {
    Exchange exchange =
        send(List.of(electricity("a", "100"), without(electricity("b", "200"), "unit")));

    assertThat(exchange.getException()).isNull();
    assertThat(sandbox.rows(tenant, CURRENT)).containsExactly(row("a", 1, 100));
    assertThat(sandbox.row(tenant, "select source, state, accepted, rejected from run"))
        .isEqualTo(Map.of("source", "webhook", "state", "done", "accepted", 1L, "rejected", 1L));
  }

  @Test
  void shouldTakeInOneRecordThatStandsForSeveralLines() {
    Exchange exchange = send(with(electricity("a", "100"), "lines", 3));

    assertThat(exchange.getException()).isNull();
    assertThat(sandbox.row(tenant, "select state, lines_read, lines_usage from run"))
        .isEqualTo(Map.of("state", "done", "lines_read", 3L, "lines_usage", 3L));
  }

  @Test
  void shouldSayWhatIntakeTakes() {
    assertThat(send("text").getException())
        .hasMessageContaining(
            "a map or a list of maps by schemas/activity-1.json, not java.lang.String");
    assertThat(sandbox.count(tenant, "select count(*) from run")).isZero();
  }

  private Exchange send(Object body) {
    return producer.send(
        "direct:intake",
        exchange -> {
          exchange.setProperty(HubProperties.TENANT, tenant);
          exchange.setProperty(HubProperties.SOURCE, "webhook");
          exchange.getMessage().setBody(body);
        });
  }
}

package com.offgridflow.signal.wiring;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.offgridflow.signal.LogContext;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.Logger;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(SignalTest.Profile.class)
class SignalTest {
  @Inject ProducerTemplate producer;
  @Inject CamelContext camel;

  private final LogLines log = new LogLines();
  private final Logger logger = Logger.getLogger(SignalBean.class.getName());

  @BeforeEach
  void listen() {
    logger.addHandler(log);
  }

  @AfterEach
  void stopListening() {
    logger.removeHandler(log);
  }

  @Test
  void shouldNameTenantAndJobOnEveryThreadOfARoute() {
    List<LogLines.Line> lines = run("acme", "4711");

    assertThat(lines).extracting(LogLines.Line::thread).doesNotHaveDuplicates();
    assertThat(lines)
        .allSatisfy(
            line ->
                assertThat(line.fields())
                    .containsEntry("tenant", "acme")
                    .containsEntry("job", "4711"));
  }

  @Test
  void shouldLeaveNothingBehindOnTheThread() {
    run("acme", "4711");

    assertThat(LogContext.current()).isEmpty();
  }

  @Test
  void shouldNotMixJobs() {
    run("acme", "1");

    List<LogLines.Line> lines = run("beta", "2");

    assertThat(lines.subList(2, 4))
        .allSatisfy(line -> assertThat(line.fields()).containsEntry("tenant", "beta"));
  }

  @Test
  void shouldExportSpansOfRouteAndBeanInTheTraceThatTheLogNames() {
    String traceId = run("acme", "4711").get(0).fields().get("traceId");

    assertThat(traceId).matches("[0-9a-f]{32}");
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(
            () -> {
              assertThat(CollectorDouble.received("signal-sample", traceId)).isTrue();
              assertThat(CollectorDouble.received("measureSample", traceId)).isTrue();
            });
  }

  @Test
  void shouldKeepTheTraceAcrossThreads() {
    List<LogLines.Line> lines = run("acme", "4711");

    assertThat(lines.get(1).fields().get("traceId"))
        .isEqualTo(lines.get(0).fields().get("traceId"));
  }

  @Test
  void shouldCountExchangesOfRoutes() {
    run("acme", "4711");

    given().get("/q/metrics").then().body(containsString("routeId=\"signal-sample\""));
  }

  @Test
  void shouldBeReadyWhileRoutesRun() {
    given()
        .get("/q/health/ready")
        .then()
        .statusCode(200)
        .body("status", equalTo("UP"))
        .body("checks.name", hasItem("context"));
  }

  @Test
  void shouldStayReadyWhenAnAdministratorStopsARoute() throws Exception {
    camel.getRouteController().stopRoute("signal-sample-other");
    try {
      given().get("/q/health/ready").then().statusCode(200);
    } finally {
      camel.getRouteController().startRoute("signal-sample-other");
    }
  }

  @Test
  void shouldLive() {
    given().get("/q/health/live").then().statusCode(200).body("status", equalTo("UP"));
  }

  private List<LogLines.Line> run(String tenant, String job) {
    int before = log.lines().size();
    try (LogContext context = LogContext.of(tenant, job)) {
      producer.sendBody("direct:signal-sample", "body");
    }
    // one line of each of the two routes
    await().atMost(Duration.ofSeconds(10)).until(() -> log.lines().size() == before + 2);
    return log.lines();
  }

  /** The hub with the signals' sample routes and a collector. */
  public static class Profile implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("camel.main.routes-include-pattern", "classpath:signal/*.camel.yaml");
    }

    @Override
    public List<TestResourceEntry> testResources() {
      return List.of(new TestResourceEntry(CollectorDouble.class));
    }
  }
}

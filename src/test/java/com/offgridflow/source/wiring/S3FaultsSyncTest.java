package com.offgridflow.source.wiring;

import static com.offgridflow.source.wiring.AwsFiles.CUR_2;
import static com.offgridflow.source.wiring.AwsFiles.csv;
import static com.offgridflow.source.wiring.AwsFiles.gzip;
import static com.offgridflow.source.wiring.AwsFiles.sent;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.offgridflow.source.wiring.S3Proxy.Fault;
import com.offgridflow.wiring.HubTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Syncs from S3 when servers and connections fail. */
@QuarkusTest
@WithTestResource(HubTestResource.class)
class S3FaultsSyncTest extends S3Bills {
  @Test
  void shouldTryAgainWhenAnObjectBreaksOff() {
    put("cut/a.csv", bill(1, "5"), bill(2, "6"));
    put("cut/b.csv", bill(3, "7"));
    String tenant = tenant("utility-csv", "cut");
    proxy.fault("cut/a.csv", Fault.CUT);

    Syncs.Done broken = syncs.sync(tenant);

    assertThat(broken.state().waitingAfterFailure()).isTrue();
    assertThat(broken.cause()).contains("cut/a.csv broke off").doesNotContain("/spool");
    assertThat(quantities(tenant)).containsExactly("7");
    proxy.fault("", Fault.NONE);
    assertThat(syncs.retry(tenant, broken).state().succeeded()).isTrue();
    assertThat(quantities(tenant)).containsExactly("5", "6", "7");
  }

  @Test
  void shouldTryAgainWhenAnObjectVanishesAfterListing() {
    put("gone/a.csv", bill(1, "5"));
    put("gone/b.csv", bill(2, "6"));
    String tenant = tenant("utility-csv", "gone");
    proxy.fault("gone/a.csv", Fault.GONE);

    Syncs.Done done = syncs.sync(tenant);

    assertThat(done.state().waitingAfterFailure()).isTrue();
    assertThat(done.cause()).contains("gone/a.csv", "bucket bills");
    assertThat(quantities(tenant)).containsExactly("6");
  }

  @Test
  void shouldWaitOutABusyMomentAndCountIt() {
    put("busy/a.csv", bill(1, "5"));
    String tenant = tenant("utility-csv", "busy");
    proxy.fault("busy/a.csv", Fault.BUSY, 2);

    Syncs.Done done = syncs.sync(tenant);

    assertThat(done.state().succeeded()).as(done.cause()).isTrue();
    assertThat(quantities(tenant)).containsExactly("5");
    String account = "account=\"" + proxy.endpoint().substring(7) + "/bills\"";
    assertThat(given().get("/q/metrics").asString().lines())
        .anyMatch(
            line ->
                line.startsWith("hub_upstream_requests_total{" + account)
                    && line.contains("outcome=\"5xx\"")
                    && line.contains("} 2.0"))
        .anyMatch(
            line ->
                line.startsWith("hub_upstream_retries_total{" + account) && line.contains("} 2.0"))
        .anyMatch(
            line -> line.startsWith("hub_upstream_breaker{" + account) && line.contains("} 0.0"))
        .anyMatch(line -> line.startsWith("hub_source_bytes_total{transport=\"s3\"}"))
        .anyMatch(
            line ->
                line.startsWith(
                    "hub_sync_deliveries_total{kind=\"utility-csv\",outcome=\"taken\"}"))
        .anyMatch(
            line ->
                line.contains("camel_route_policy_seconds_sum{")
                    && line.contains("routeId=\"core-fetch-s3\""));
  }

  @Test
  void shouldStopAskingAServerThatKeepsFailingAndUseUpNoAttempt() throws IOException {
    try (S3Proxy broken = new S3Proxy(server.port())) {
      String tenant =
          syncs.tenant(
              "utility-csv", Map.of("location", "s3://bills/down", "endpoint", broken.endpoint()));
      secrets.store(tenant, "bills", CREDENTIALS);
      broken.fault("", Fault.BUSY);
      Syncs.Done done = syncs.sync(tenant);
      while (!done.cause().contains("is not asked for now") && done.state().attempts() < 6) {
        done = syncs.retry(tenant, done);
      }
      int attempts = done.state().attempts();
      int asked = broken.requests().size();

      Syncs.Done later = syncs.retry(tenant, done);

      assertThat(later.cause()).contains("is not asked for now", "last: status 503");
      assertThat(later.state().waitingAfterFailure()).isTrue();
      assertThat(later.state().attempts()).isEqualTo(attempts);
      assertThat(broken.requests()).hasSize(asked).hasSizeLessThan(20);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"CUT", "OVERWRITTEN"})
  void shouldTryAgainWhenAnObjectIsNotTheOneThatWasListed(Fault fault) {
    String prefix = "late-" + fault;
    overwrite(prefix + "/e", gzip(csv(CUR_2, sent("8"))), ".csv.gz");
    String tenant = tenant("aws-cur", prefix);
    proxy.fault("/data/", fault);

    Syncs.Done broken = syncs.sync(tenant);

    assertThat(broken.state().waitingAfterFailure()).as(broken.cause()).isTrue();
    assertThat(quantities(tenant)).isEmpty();
    proxy.fault("", Fault.NONE);
    assertThat(syncs.retry(tenant, broken).state().succeeded()).isTrue();
    assertThat(quantities(tenant)).containsExactly("8");
  }

  /** The proxy cuts in the half; the ETag of an object that was put whole is its MD5. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void shouldGoOnWhereAConnectionWasCut(boolean ranges) throws Exception {
    String prefix = "resume-" + ranges;
    byte[] bytes =
        (BILL + bill(1, "5") + "\n" + bill(2, "6") + "\n").getBytes(StandardCharsets.UTF_8);
    put(prefix + "/a.csv", bytes);
    String tenant = tenant("utility-csv", prefix);
    proxy.knowsRanges(ranges);
    proxy.fault(prefix + "/a.csv", Fault.CUT, 1);

    Syncs.Done done = syncs.sync(tenant);

    assertThat(done.state().succeeded()).as(done.cause()).isTrue();
    assertThat(quantities(tenant)).containsExactly("5", "6");
    String md5 = HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
    assertThat(proxy.conditions())
        .endsWith("Range: bytes=" + bytes.length / 2 + "-", "If-Match: \"" + md5 + "\"");
  }

  @Test
  void shouldNotPutTheEndOfAnotherObjectBehindTheBeginningOfThis() {
    put("replaced/a.csv", bill(1, "5"), bill(2, "6"));
    String tenant = tenant("utility-csv", "replaced");
    proxy.fault("replaced/a.csv", Fault.CUT, 1);
    proxy.afterFault(() -> put("replaced/a.csv", bill(1, "7"), bill(2, "8")));

    Syncs.Done broken = syncs.sync(tenant);

    assertThat(broken.state().waitingAfterFailure()).as(broken.cause()).isTrue();
    assertThat(broken.cause()).contains("replaced/a.csv broke off");
    assertThat(syncs.retry(tenant, broken).state().succeeded()).isTrue();
    assertThat(quantities(tenant)).containsExactly("7", "8");
  }
}

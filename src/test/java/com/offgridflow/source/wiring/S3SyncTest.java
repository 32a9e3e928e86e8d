package com.offgridflow.source.wiring;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.offgridflow.source.wiring.S3Proxy.Fault;
import com.offgridflow.wiring.HubTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.management.JMException;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Syncs from a server that speaks S3's protocol, with and without what goes wrong there. */
@QuarkusTest
@WithTestResource(HubTestResource.class)
class S3SyncTest {
  private static final String SECRET = "wJalrXUtnFEMI-K7MDENG-bPxRfiCYEXAMPLEKEY";
  private static final Map<String, String> CREDENTIALS =
      Map.of("access_key_id", "AKIAIOSFODNN7EXAMPLE", "secret_access_key", SECRET);
  private static final String BILL =
      "account,kind,quantity,unit,period_start,period_end,country,invoice\n";

  private static S3Server server;
  private static S3Proxy proxy;

  @Inject Syncs syncs;
  @Inject ConnectionSecrets secrets;
  @Inject CamelContext camel;

  @BeforeAll
  static void startServer() throws IOException {
    server = new S3Server("bills");
    proxy = new S3Proxy(server.port());
  }

  @AfterAll
  static void stopServer() throws InterruptedException {
    proxy.close();
    server.close();
  }

  @AfterEach
  void behave() {
    proxy.fault("", Fault.NONE);
  }

  private String tenant(String kind, String location) {
    String tenant = syncs.tenant(kind, Map.of("location", location, "endpoint", proxy.endpoint()));
    secrets.store(tenant, "bills", CREDENTIALS);
    return tenant;
  }

  private static void put(String key, String... rows) {
    String text = BILL + String.join("\n", rows) + "\n";
    server.put("bills/" + key, text.getBytes(StandardCharsets.UTF_8));
  }

  private static String bill(int invoice, String quantity) {
    return "E-%2$d,electricity,%1$s,kWh,2024-09-01,2024-09-30,DE,INV-%2$d"
        .formatted(quantity, invoice);
  }

  private List<String> quantities(String tenant) {
    return syncs.texts(
        tenant,
        "select quantity::text from activity where tenant_id = ? and superseded_at is null order by 1");
  }

  @Test
  void shouldReadTheSameAsFromADirectory() throws IOException {
    server.putAll("bills", Samples.input("aws-cur"));
    Path exports = Samples.directory();
    Samples.cur2(exports);
    server.putAll("bills/exports", exports);

    String legacy = tenant("aws-cur", "s3://bills/reports");
    String export = tenant("aws-cur", "s3://bills/exports");
    Syncs.Done done = syncs.sync(legacy);
    syncs.sync(export);

    assertThat(done.state().succeeded()).as(done.cause()).isTrue();
    assertThat(syncs.activities(legacy)).isEqualTo(Samples.expected("aws-cur"));
    assertThat(syncs.activities(export)).isEqualTo(Samples.expected("aws-cur-2"));
  }

  @Test
  void shouldListPageByPage() {
    // "_" marks bookkeeping, which is listed and left alone
    for (int i = 0; i < 1005; i++) {
      server.put("bills/many/a/_" + i, new byte[] {1});
    }
    put("many/z.csv", bill(1, "5"));
    String tenant = tenant("utility-csv", "s3://bills/many");

    syncs.sync(tenant);

    assertThat(quantities(tenant)).containsExactly("5");
    assertThat(proxy.requests())
        .filteredOn(uri -> uri.contains("prefix=many"))
        .hasSizeGreaterThan(1);
  }

  @Test
  void shouldTakeInNothingWhenNothingHasChanged() {
    put("same/a.csv", bill(1, "5"));
    String tenant = tenant("utility-csv", "s3://bills/same");
    syncs.sync(tenant);

    Syncs.Done again = syncs.sync(tenant);

    assertThat(syncs.tally(tenant, again))
        .containsEntry("unchanged", "1")
        .containsEntry("taken", "0");
    assertThat(quantities(tenant)).containsExactly("5");
  }

  @Test
  void shouldSupersedeAndWithdrawWhatAMonthDeliveredAgainChanges() {
    put("again/a.csv", bill(1, "5"), bill(2, "6"), bill(3, "7"));
    String tenant = tenant("utility-csv", "s3://bills/again");
    syncs.sync(tenant);

    put("again/a.csv", bill(1, "5"), bill(2, "60"));
    syncs.sync(tenant);

    assertThat(quantities(tenant)).containsExactlyInAnyOrder("5", "60");
    assertThat(
            syncs.texts(
                tenant,
                """
                select concat_ws(' ', accepted, duplicate, superseding, withdrawn) from run
                where tenant_id = ? order by run_id"""))
        .containsExactly("3 0 0 0", "0 1 1 1");
  }

  @Test
  void shouldTryAgainWhenAnObjectBreaksOff() {
    put("cut/a.csv", bill(1, "5"), bill(2, "6"));
    put("cut/b.csv", bill(3, "7"));
    String tenant = tenant("utility-csv", "s3://bills/cut");
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
    String tenant = tenant("utility-csv", "s3://bills/gone");
    proxy.fault("gone/a.csv", Fault.GONE);

    Syncs.Done done = syncs.sync(tenant);

    assertThat(done.state().waitingAfterFailure()).isTrue();
    assertThat(done.cause()).contains("gone/a.csv", "bucket bills");
    assertThat(quantities(tenant)).containsExactly("6");
  }

  @Test
  void shouldSayWhatABucketThatRefusesNeeds() {
    String tenant = tenant("utility-csv", "s3://bills/denied");
    proxy.fault("/bills", Fault.DENIED);

    Syncs.Done done = syncs.sync(tenant);

    assertThat(done.state().name()).isEqualTo("parked");
    assertThat(done.cause())
        .contains("connection bills", "bucket bills", "s3:ListBucket", "s3:GetObject")
        .doesNotContain("software.amazon", SECRET);
  }

  @Test
  void shouldReadTheOthersWhenOneObjectIsDenied() {
    for (int i = 1; i <= 5; i++) {
      put("five/" + i + ".csv", bill(10 + i, Integer.toString(i)));
    }
    String tenant = tenant("utility-csv", "s3://bills/five");
    proxy.fault("five/3.csv", Fault.DENIED);

    Syncs.Done done = syncs.sync(tenant);

    assertThat(done.state().succeeded()).as(done.cause()).isTrue();
    assertThat(quantities(tenant)).containsExactly("1", "2", "4", "5");
    assertThat(syncs.rejections(tenant))
        .singleElement()
        .asString()
        .startsWith("ACCESS_DENIED | five/3.csv | ")
        .contains("s3:GetObject on arn:aws:s3:::bills/*");
  }

  @ParameterizedTest
  @EnumSource(names = {"REVOKED", "EXPIRED"})
  void shouldParkAndMarkAConnectionWhoseCredentialsAreRefused(Fault fault) {
    String prefix = "refused-" + fault;
    for (int i = 1; i <= 5; i++) {
      put(prefix + "/" + i + ".csv", bill(20 + i, Integer.toString(i)));
    }
    String tenant = tenant("utility-csv", "s3://bills/" + prefix);
    proxy.fault(prefix + "/3.csv", fault);
    int before = proxy.requests().size();

    Syncs.Done done = syncs.sync(tenant);

    assertThat(done.state().name()).isEqualTo("parked");
    assertThat(done.cause())
        .contains("connection bills", "credentials are refused", "access_key_id")
        .doesNotContain(SECRET, CREDENTIALS.get("access_key_id"));
    assertThat(proxy.requests().subList(before, proxy.requests().size()))
        .filteredOn(uri -> uri.contains("/" + prefix + "/3.csv"))
        .as("asked once with a key that is refused")
        .hasSize(1);
    assertThat(proxy.requests().subList(before, proxy.requests().size()))
        .noneMatch(uri -> uri.contains("/" + prefix + "/4.csv"));
    assertThat(quantities(tenant)).containsExactly("1", "2");
    String mark = "select coalesce(credential_problem, 'none') from connection where tenant_id = ?";
    assertThat(syncs.texts(tenant, mark)).singleElement().asString().contains("secret_access_key");

    proxy.fault("", Fault.NONE);
    syncs.sync(tenant);

    assertThat(syncs.texts(tenant, mark)).containsExactly("none");
    assertThat(quantities(tenant)).containsExactly("1", "2", "3", "4", "5");
  }

  @Test
  void shouldWaitOutABusyMomentAndCountIt() {
    put("busy/a.csv", bill(1, "5"));
    String tenant = tenant("utility-csv", "s3://bills/busy");
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

  @Test
  void shouldSayThatABucketIsNotThere() {
    Syncs.Done done = syncs.sync(tenant("utility-csv", "s3://bilsl/x"));

    assertThat(done.state().name()).isEqualTo("parked");
    assertThat(done.cause()).contains("no bucket bilsl").doesNotContain("software.amazon");
  }

  @Test
  void shouldKeepCredentialsOutOfUrisLogsAndJmx() throws JMException {
    Leaks leaks = new Leaks(SECRET, CREDENTIALS.get("access_key_id"));
    String tenant = tenant("utility-csv", "s3://bills/secret");
    put("secret/a.csv", bill(1, "5"));

    leaks.during(
        () -> {
          syncs.sync(tenant);
          for (Fault fault : List.of(Fault.DENIED, Fault.REVOKED, Fault.CUT, Fault.BUSY)) {
            proxy.fault("/bills", fault);
            syncs.sync(tenant);
          }
        });

    leaks.check(camel);
    assertThat(syncs.stored(tenant)).hasSizeGreaterThan(4);
    leaks.check(syncs.stored(tenant));
  }
}

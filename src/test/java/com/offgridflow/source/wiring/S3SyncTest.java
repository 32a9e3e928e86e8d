package com.offgridflow.source.wiring;

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
          proxy.fault("/bills", Fault.DENIED);
          syncs.sync(tenant);
        });

    leaks.check(camel);
    List<String> jobs =
        syncs.texts(tenant, "select to_jsonb(j)::text from job j where tenant_id = ?");
    assertThat(jobs).hasSize(3);
    leaks.check(jobs);
  }
}

package com.offgridflow.source.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.offgridflow.source.wiring.BlobProxy.Fault;
import com.offgridflow.wiring.HubTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Syncs of Azure exports from Microsoft's emulator, with and without what goes wrong there. */
@QuarkusTest
@WithTestResource(HubTestResource.class)
class AzureSyncTest {
  private static final String CONTAINER = "costs";
  private static final String RUN = "20240901-20240930/0a1b2c3d-1111-4222-8333-444455556666/";
  private static final String HEADER =
      "ChargeType,Date,SubscriptionId,MeterCategory,MeterSubCategory,MeterName,Quantity,"
          + "UnitOfMeasure,CostInBillingCurrency,BillingCurrency,ResourceLocation\n";

  private static Optional<AzuriteServer> server;
  private static BlobProxy proxy;
  private static EntraDouble entra;

  @Inject Syncs syncs;
  @Inject ConnectionSecrets secrets;
  @Inject CamelContext camel;

  @BeforeAll
  static void startServers() throws IOException {
    server = AzuriteServer.start();
    entra = new EntraDouble();
    if (server.isPresent()) {
      proxy = new BlobProxy(server.get());
    }
  }

  @AfterAll
  static void stopServers() throws InterruptedException {
    entra.close();
    if (server.isPresent()) {
      proxy.close();
      server.get().close();
    }
  }

  @BeforeEach
  void needTheServer() {
    assumeTrue(server.isPresent(), AzuriteServer.MISSING);
    proxy.fault("", Fault.NONE, 0);
  }

  private String tenant(String prefix, Map<String, String> secret) {
    String location = "azure://" + AzuriteServer.ACCOUNT + "/" + CONTAINER + "/" + prefix;
    String tenant =
        syncs.tenant(
            "azure-cost",
            Map.of(
                "location", location,
                "endpoint", proxy.endpoint(),
                "token_endpoint", entra.endpoint()));
    secrets.store(tenant, "bills", secret);
    return tenant;
  }

  private String tenant(String prefix) {
    return tenant(prefix, Map.of("account_key", AzuriteServer.KEY));
  }

  private static void put(String name, byte[] bytes) {
    server.orElseThrow().put(CONTAINER, name, bytes);
  }

  private static byte[] lines(String... quantities) {
    StringBuilder text = new StringBuilder(HEADER);
    for (String quantity : quantities) {
      text.append("Usage,09/02/2024,sub,Bandwidth,,Data Transfer Out,")
          .append(quantity)
          .append(",1 GB,0.5,EUR,westeurope\n");
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** A run of an export named by the prefix: its one blob, and a manifest that says so. */
  private static void run(String prefix, byte[] blob, String name, String dataset, long rows) {
    put(prefix + "/" + RUN + name, blob);
    manifest(prefix, name, blob.length, dataset, rows);
  }

  private static void manifest(String prefix, String name, long bytes, String dataset, long rows) {
    String json =
        """
        {"exportConfig": {"type": "%s"}, "blobCount": 1, "dataRowCount": %d,
         "blobs": [{"blobName": "%s/%s%s", "byteCount": %d, "dataRowCount": %d}]}"""
            .formatted(dataset, rows, prefix, RUN, name, bytes, rows);
    put(prefix + "/" + RUN + "manifest.json", json.getBytes(StandardCharsets.UTF_8));
  }

  private List<String> quantities(String tenant) {
    return syncs.texts(
        tenant,
        "select trim_scale(quantity)::text from activity where tenant_id = ? and superseded_at is null");
  }

  private String onlyRejection(String tenant) {
    Syncs.Done done = syncs.sync(tenant);
    assertThat(done.state().succeeded()).as(done.cause()).isTrue();
    assertThat(syncs.rejections(tenant)).hasSize(1);
    return syncs.rejections(tenant).get(0);
  }

  @Test
  void shouldReadTheNewestRunOfAPartitionedExport() throws IOException {
    server.orElseThrow().putAll(CONTAINER, "costs/", Samples.input("azure-cost"));
    String tenant = tenant("costs/exports");

    Syncs.Done done = syncs.sync(tenant);

    assertThat(done.state().succeeded()).as(done.cause()).isTrue();
    assertThat(syncs.rejections(tenant)).isEmpty();
    assertThat(syncs.activities(tenant)).isEqualTo(Samples.expected("azure-cost"));
    assertThat(syncs.lines(tenant)).containsExactly("6 4 2 0");
  }

  @Test
  void shouldEstimateWhatAnExportBrings() throws IOException {
    server.orElseThrow().putAll(CONTAINER, "costs/", Samples.input("azure-cost"));
    String tenant = tenant("costs/exports");

    syncs.sync(tenant);

    String estimated =
        """
        select distinct a.kind || ' in ' || a.region from emission e join activity a using (activity_id)
        where e.tenant_id = ? order by 1""";
    assertThat(syncs.texts(tenant, estimated))
        .containsExactly(
            "cloud.compute in eastus2",
            "cloud.memory in eastus2",
            "cloud.network in westeurope",
            "cloud.storage.ssd in westeurope");
  }

  @Test
  void shouldReadAFocusExportWhereTheConnectionSaysSo() throws IOException {
    byte[] focus = Files.readAllBytes(Samples.input("focus").resolve("focus.csv"));
    run("focus", focus, "part_0_0001.csv", "FocusCost", 4);
    String location = "azure://" + AzuriteServer.ACCOUNT + "/" + CONTAINER + "/focus";
    Map<String, String> settings =
        Map.of("location", location, "endpoint", proxy.endpoint(), "dataset", "FocusCost");
    String tenant = syncs.tenant("azure-cost", settings);
    secrets.store(tenant, "bills", Map.of("account_key", AzuriteServer.KEY));

    Syncs.Done done = syncs.sync(tenant);

    assertThat(done.state().succeeded()).as(done.cause()).isTrue();
    assertThat(syncs.activities(tenant)).isEqualTo(Samples.expected("focus"));
  }

  @Test
  void shouldReadGzipAndParquetByAnyCredential() throws IOException {
    ByteArrayOutputStream gzip = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(gzip)) {
      out.write(lines("3"));
    }
    run("gz", gzip.toByteArray(), "part_0_0001.csv.gz", "AmortizedCost", 1);
    Path csv = Files.write(Samples.directory().resolve("a.csv"), lines("4"));
    Path parquet = csv.resolveSibling("a.parquet");
    Samples.duckDb(
        "copy (select * from read_csv('%s', all_varchar=true)) to '%s' (format parquet)"
            .formatted(csv, parquet));
    run("pq", Files.readAllBytes(parquet), "part_0_0001.parquet", "AmortizedCost", 1);
    String bySas =
        tenant(
            "gz", Map.of("sas_token", server.orElseThrow().sas(OffsetDateTime.now().plusHours(1))));
    String byToken = tenant("pq", EntraDouble.CREDENTIALS);
    entra.issue("blob-token", 3599);
    proxy.accept("blob-token");

    Syncs.Done sas = syncs.sync(bySas);
    Syncs.Done token = syncs.sync(byToken);

    assertThat(sas.state().succeeded()).as(sas.cause()).isTrue();
    assertThat(token.state().succeeded()).as(token.cause()).isTrue();
    assertThat(quantities(bySas)).containsExactly("3");
    assertThat(quantities(byToken)).containsExactly("4");
    assertThat(entra.scopes()).contains("https://storage.azure.com/.default");
  }

  // a token of a second runs out before the next sync, one of an hour is revoked before that
  @ParameterizedTest
  @CsvSource({"runs-out, 1", "revoked, 3599"})
  void shouldFetchANewTokenWhenTheOldOneIsNotGoodAnyMore(String name, int seconds) {
    run(name, lines("1"), "part_0_0001.csv", "AmortizedCost", 1);
    String tenant = tenant(name, EntraDouble.CREDENTIALS);
    entra.issue("old-" + name, seconds);
    proxy.accept("old-" + name);
    syncs.sync(tenant);

    entra.issue("new-" + name, 3599);
    proxy.accept("new-" + name);
    Syncs.Done again = syncs.sync(tenant);

    assertThat(again.state().succeeded()).as(again.cause()).isTrue();
    assertThat(syncs.tally(tenant, again)).containsEntry("unchanged", "1");
  }

  @Test
  void shouldSayThatAClientSecretHasExpired() {
    String tenant = tenant("expired", EntraDouble.CREDENTIALS);
    entra.expire();

    Syncs.Done done = syncs.sync(tenant);

    assertThat(done.state().name()).isEqualTo("parked");
    assertThat(done.cause())
        .contains("refuses the credentials (invalid_client)", "client_secret")
        .doesNotContain(EntraDouble.CREDENTIALS.get("client_secret"));
  }

  @Test
  void shouldSayThatASignatureHasExpired() {
    run("late", lines("1"), "part_0_0001.csv", "AmortizedCost", 1);
    String sas = server.orElseThrow().sas(OffsetDateTime.now().minusMinutes(5));

    Syncs.Done done = syncs.sync(tenant("late", Map.of("sas_token", sas)));

    assertThat(done.state().name()).isEqualTo("parked");
    assertThat(done.cause())
        .contains("credentials are refused", "Storage Blob Data Reader", "container costs")
        .doesNotContain("sig=", "com.azure");
  }

  @Test
  void shouldSayThatThereIsNoContainer() {
    String location = "azure://" + AzuriteServer.ACCOUNT + "/nowhere/x";
    String tenant =
        syncs.tenant("azure-cost", Map.of("location", location, "endpoint", proxy.endpoint()));
    secrets.store(tenant, "bills", Map.of("account_key", AzuriteServer.KEY));

    Syncs.Done done = syncs.sync(tenant);

    assertThat(done.state().name()).isEqualTo("parked");
    assertThat(done.cause()).contains("no such container").doesNotContain("com.azure");
  }

  @Test
  void shouldNotMindBeingThrottledForAMoment() {
    run("busy", lines("7"), "part_0_0001.csv", "AmortizedCost", 1);
    String tenant = tenant("busy");
    proxy.fault("", Fault.BUSY, 2);

    Syncs.Done done = syncs.sync(tenant);

    assertThat(done.state().succeeded()).as(done.cause()).isTrue();
    assertThat(quantities(tenant)).containsExactly("7");
  }

  @Test
  void shouldTryAgainLaterWhenThrottledForLong() {
    run("jammed", lines("7"), "part_0_0001.csv", "AmortizedCost", 1);
    String tenant = tenant("jammed");
    proxy.fault("", Fault.BUSY, 100);

    Syncs.Done done = syncs.sync(tenant);

    assertThat(done.state().waitingAfterFailure()).isTrue();
    assertThat(done.cause()).contains("answered 503 (ServerBusy)");
  }

  @Test
  void shouldReadOnWhereAConnectionBroke() {
    run("cut", lines("7", "8"), "part_0_0001.csv", "AmortizedCost", 2);
    String tenant = tenant("cut");
    proxy.fault("part_0_0001", Fault.CUT, 1);

    Syncs.Done done = syncs.sync(tenant);

    Syncs.Done last = done.state().succeeded() ? done : syncs.retry(tenant, done);
    assertThat(last.state().succeeded()).as(last.cause()).isTrue();
    assertThat(quantities(tenant)).containsExactly("15");
  }

  @Test
  void shouldTakeAMonthDeliveredAgainForTheSameMonth() {
    run("again", lines("7"), "part_0_0001.csv", "AmortizedCost", 1);
    String tenant = tenant("again");
    syncs.sync(tenant);
    for (int delivery = 2; delivery <= 12; delivery++) {
      run("again", lines("7", "" + delivery), "part_0_0001.csv", "AmortizedCost", 2);
      syncs.sync(tenant);
    }

    // 7 + 12 GB, one group
    assertThat(quantities(tenant)).containsExactly("19");
  }

  @Test
  void shouldReadAnExportFromBeforeManifests() {
    String file = "old/20240901-20240930/old_%s.csv";
    put(file.formatted("0a1b2c3d-1111-4222-8333-444455556666"), lines("1"));
    // times of writing are told in seconds
    await().pollDelay(Duration.ofMillis(1100)).until(() -> true);
    put(file.formatted("00000000-1111-4222-8333-444455556666"), lines("2"));
    String tenant = tenant("old");

    syncs.sync(tenant);

    assertThat(quantities(tenant)).containsExactly("2");
  }

  @Test
  void shouldTakeAManifestWithoutBlobsForAnEmptyMonth() {
    byte[] json =
        "{\"blobCount\": 0, \"dataRowCount\": 0, \"blobs\": []}".getBytes(StandardCharsets.UTF_8);
    put("empty/" + RUN + "manifest.json", json);
    String tenant = tenant("empty");

    Syncs.Done done = syncs.sync(tenant);

    assertThat(done.state().succeeded()).as(done.cause()).isTrue();
    assertThat(syncs.runs(tenant)).containsExactly("done");
    assertThat(syncs.rejections(tenant)).isEmpty();
  }

  @Test
  void shouldNameTheBlobThatAManifestMisses() {
    manifest("missing", "part_0_0009.csv", 5, "AmortizedCost", 1);

    assertThat(onlyRejection(tenant("missing")))
        .startsWith("MISSING_OBJECT | missing/" + RUN + "manifest.json | ")
        .contains("part_0_0009.csv");
  }

  @Test
  void shouldRefuseABlobOfAnotherSizeThanTheManifestSays() {
    put("size/" + RUN + "part_0_0001.csv", lines("1"));
    manifest("size", "part_0_0001.csv", 5, "AmortizedCost", 1);

    assertThat(onlyRejection(tenant("size"))).startsWith("OTHER_SIZE | ").contains(" 5 ");
  }

  @Test
  void shouldRefuseFilesWithOtherRowsThanTheManifestCounts() {
    run("rows", lines("1"), "part_0_0001.csv", "AmortizedCost", 3);
    String tenant = tenant("rows");

    assertThat(onlyRejection(tenant))
        .startsWith("OTHER_ROW_COUNT | ")
        .contains(" 3 ", "have 1 rows");
    assertThat(quantities(tenant)).isEmpty();
  }

  @Test
  void shouldReadOneDatasetAndNotCountTheSameUsageTwice() {
    run("two/amortized", lines("7"), "part_0_0001.csv", "AmortizedCost", 1);
    run("two/actual", lines("7"), "part_0_0001.csv", "ActualCost", 1);
    String tenant = tenant("two");

    assertThat(onlyRejection(tenant))
        .startsWith("OTHER_DATASET | two/actual/")
        .contains("ActualCost", "dataset");
    assertThat(quantities(tenant)).containsExactly("7");
  }

  @Test
  void shouldRefuseATruncatedGzip() throws IOException {
    ByteArrayOutputStream gzip = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(gzip)) {
      out.write(lines("3"));
    }
    byte[] half = Arrays.copyOf(gzip.toByteArray(), gzip.size() / 2);
    run("half", half, "part_0_0001.csv.gz", "AmortizedCost", 1);

    assertThat(onlyRejection(tenant("half")))
        .startsWith("UNREADABLE_FILE | half/" + RUN + "part_0_0001.csv.gz | ");
  }

  @Test
  void shouldRefuseDamagedParquet() {
    byte[] damaged = "PAR1 nothing of the sort PAR1".getBytes(StandardCharsets.UTF_8);
    run("damaged", damaged, "part_0_0001.parquet", "AmortizedCost", 1);

    assertThat(onlyRejection(tenant("damaged")))
        .startsWith("UNREADABLE_FILE | damaged/" + RUN + "part_0_0001.parquet | ");
  }

  @Test
  void shouldKeepCredentialsOutOfUrisLogsJmxAndErrors() throws Exception {
    run("hidden", lines("1"), "part_0_0001.csv", "AmortizedCost", 1);
    String sas = server.orElseThrow().sas(OffsetDateTime.now().plusHours(1));
    String bySas = tenant("hidden", Map.of("sas_token", sas));
    String byKey = tenant("hidden");
    String byToken = tenant("hidden", EntraDouble.CREDENTIALS);
    entra.issue("hidden-token", 3599);
    proxy.accept("another");
    Leaks leaks =
        new Leaks(
            sas.substring(sas.indexOf("sig=")),
            AzuriteServer.KEY,
            EntraDouble.CREDENTIALS.get("client_secret"),
            "hidden-token");

    leaks.during(
        () -> {
          for (String tenant : List.of(bySas, byKey, byToken)) {
            syncs.sync(tenant);
          }
        });

    leaks.check(camel);
    for (String tenant : List.of(bySas, byKey, byToken)) {
      leaks.check(syncs.stored(tenant));
    }
  }
}

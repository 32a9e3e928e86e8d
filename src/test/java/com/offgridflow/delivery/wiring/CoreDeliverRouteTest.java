package com.offgridflow.delivery.wiring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.offgridflow.job.JobState;
import com.offgridflow.source.wiring.AzuriteServer;
import com.offgridflow.source.wiring.Leaks;
import com.offgridflow.source.wiring.S3Server;
import com.offgridflow.upstream.wiring.Figures;
import com.offgridflow.wiring.HubConfig;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of reports, at servers that speak the real protocols. */
@QuarkusTest
class CoreDeliverRouteTest {
  private static final String SECRET = "wJalrXUtnFEMI-K7MDENG-bPxRfiCYEXAMPLEKEY";
  private static final String NAMES = "reports/{plan}/{report}{suffix}";

  @TempDir static Path sftpRoot;
  private static S3Server s3;
  private static Optional<AzuriteServer> azurite;
  private static SftpServer sftp;
  private static GcsDouble gcs;

  @Inject Deliveries deliveries;
  @Inject HubConfig hub;
  @Inject CamelContext camel;
  private String tenant;

  @BeforeAll
  static void startServers() throws Exception {
    s3 = new S3Server("acme-reports");
    azurite = AzuriteServer.start();
    sftp = new SftpServer(sftpRoot);
    gcs = new GcsDouble();
  }

  @AfterAll
  static void stopServers() throws Exception {
    s3.close();
    sftp.close();
    gcs.close();
    if (azurite.isPresent()) {
      azurite.get().close();
    }
  }

  @BeforeEach
  void begin() {
    tenant = deliveries.tenant();
    gcs.refuseWith = 0;
  }

  private static Map<String, Object> target(
      String kind, Map<String, String> settings, Map<String, String> secret) {
    return Map.of(
        "kind", kind,
        "renderings", List.of("xbrl", "pdf"),
        "names", NAMES,
        "settings", settings,
        "secret", secret);
  }

  private Map<String, Object> s3Target(String bucket) {
    return target(
        "s3",
        Map.of(
            "bucket",
            bucket,
            "region",
            "eu-central-1",
            "endpoint",
            "http://localhost:" + s3.port()),
        Map.of("access_key_id", "AKIAIOSFODNN7EXAMPLE", "secret_access_key", SECRET));
  }

  private static Map<String, Object> sftpTarget(Map<String, String> secret, String hostKey) {
    return target(
        "sftp",
        Map.of(
            "host",
            "localhost",
            "port",
            Integer.toString(sftp.port()),
            "user",
            SftpServer.USER,
            "host_key",
            hostKey),
        secret);
  }

  private void put(String id, Map<String, Object> target) {
    deliveries.put(tenant, id, target).statusCode(200);
  }

  private void assertDelivered(String target, String report) {
    JobState job = deliveries.delivery(tenant, target, report);
    assertThat(job.succeeded()).as("cause: " + job.cause()).isTrue();
  }

  private byte[] fromS3(String key) throws Exception {
    URI uri = URI.create("http://localhost:" + s3.port() + "/acme-reports/" + key);
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofByteArray())
        .body();
  }

  @Test
  void shouldPutTheRenderingsIntoABucketOfS3() throws Exception {
    put("bucket", s3Target("acme-reports"));

    String report = deliveries.report(tenant);

    assertDelivered("bucket", report);
    assertThat(fromS3("reports/annual/" + report + ".xbrl"))
        .isEqualTo(deliveries.rendering(tenant, report, "xbrl"));
    assertThat(fromS3("reports/annual/" + report + ".pdf"))
        .isEqualTo(deliveries.rendering(tenant, report, "pdf"));
    assertThat(deliveries.receipts(tenant))
        .extracting(row -> row.get("rendering") + " " + row.get("location"))
        .containsExactly(
            "pdf s3://acme-reports/reports/annual/" + report + ".pdf",
            "xbrl s3://acme-reports/reports/annual/" + report + ".xbrl");
    assertThat(Figures.requests("s3", "localhost:" + s3.port() + "/acme-reports", "2xx"))
        .isGreaterThanOrEqualTo(2);
  }

  @Test
  void shouldParkADeliveryToABucketThatIsNotThereAndDoTheOthers() {
    put("wrong", s3Target("no-such-bucket"));
    put("right", s3Target("acme-reports"));

    String report = deliveries.report(tenant);

    JobState wrong = deliveries.delivery(tenant, "wrong", report);
    assertThat(wrong.name()).isEqualTo("parked");
    assertThat(wrong.cause())
        .contains("delivery target wrong (s3)", "404 (NoSuchBucket)", "s3:PutObject")
        .doesNotContain(SECRET);
    assertDelivered("right", report);
  }

  @Test
  void shouldPutWorkbookAndAllEmissionsThere() throws Exception {
    Map<String, Object> target = new HashMap<>(s3Target("acme-reports"));
    target.put("renderings", List.of("xlsx", "csv-emissions"));
    put("tables", target);

    String report = deliveries.report(tenant);

    assertDelivered("tables", report);
    assertThat(fromS3("reports/annual/" + report + ".xlsx"))
        .isEqualTo(deliveries.rendering(tenant, report, "xlsx"));
    assertThat(new String(fromS3("reports/annual/" + report + "-emissions.csv"), UTF_8))
        .startsWith("emission,activity,period_start");
    assertThat(deliveries.receipts(tenant))
        .extracting(row -> row.get("rendering"))
        .containsExactly("csv-emissions", "xlsx");
    try (Stream<Path> files = Files.list(hub.data().resolve("rendering"))) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void shouldPutTheRenderingsIntoAContainerOfAzure() throws Exception {
    assumeTrue(azurite.isPresent(), AzuriteServer.MISSING);
    azurite.get().put("reports", "marker", new byte[] {1});
    Map<String, String> settings =
        Map.of(
            "account",
            AzuriteServer.ACCOUNT,
            "container",
            "reports",
            "endpoint",
            "http://localhost:" + azurite.get().port() + "/" + AzuriteServer.ACCOUNT);
    put("blobs", target("azure-blob", settings, Map.of("account_key", AzuriteServer.KEY)));

    String report = deliveries.report(tenant);

    assertDelivered("blobs", report);
    assertThat(azurite.get().get("reports", "reports/annual/" + report + ".pdf"))
        .isEqualTo(deliveries.rendering(tenant, report, "pdf"));
    assertThat(Figures.requests("azure-blob", "localhost:" + azurite.get().port(), "2xx"))
        .isGreaterThanOrEqualTo(2);
  }

  @Test
  void shouldPutTheRenderingsIntoABucketOfGoogle() {
    put(
        "gcs",
        target(
            "gcs",
            Map.of("bucket", "acme-reports", "endpoint", gcs.endpoint()),
            Map.of("service_account_key", gcs.serviceAccountKey())));

    String report = deliveries.report(tenant);

    assertDelivered("gcs", report);
    assertThat(gcs.objects.get("acme-reports/reports/annual/" + report + ".xbrl"))
        .isEqualTo(deliveries.rendering(tenant, report, "xbrl"));
    String account = URI.create(gcs.endpoint()).getAuthority() + "/acme-reports";
    assertThat(Figures.requests("gcs", account, "2xx")).isGreaterThanOrEqualTo(2);
  }

  @Test
  void shouldParkWhatGoogleForbids() {
    gcs.refuseWith = 403;
    put(
        "gcs",
        target(
            "gcs",
            Map.of("bucket", "acme-reports", "endpoint", gcs.endpoint()),
            Map.of("service_account_key", gcs.serviceAccountKey())));

    JobState job = deliveries.delivery(tenant, "gcs", deliveries.report(tenant));

    assertThat(job.name()).isEqualTo("parked");
    assertThat(job.cause()).contains("Cloud Storage answered 403", "role Storage Object User");
  }

  @Test
  void shouldPutTheRenderingsOnAnSftpServerByPasswordAndByKey() throws Exception {
    put("by-password", sftpTarget(Map.of("password", SftpServer.PASSWORD), sftp.hostKey()));
    String first = deliveries.report(tenant);
    assertDelivered("by-password", first);
    tenant = deliveries.tenant();
    put("by-key", sftpTarget(Map.of("private_key", sftp.privateKey()), sftp.hostKey()));
    String second = deliveries.report(tenant);
    assertDelivered("by-key", second);

    assertThat(Figures.requests("sftp", "localhost:" + sftp.port(), "2xx"))
        .isGreaterThanOrEqualTo(4);
    assertThat(sftpRoot.resolve("reports/annual/" + first + ".pdf")).exists();
    assertThat(sftpRoot.resolve("reports/annual/" + second + ".pdf"))
        .hasBinaryContent(deliveries.rendering(tenant, second, "pdf"));
    assertThat(sftpRoot.resolve("reports/annual"))
        .isDirectoryNotContaining(file -> file.getFileName().toString().startsWith(".partial"));
  }

  @Test
  void shouldNotTalkToAnSftpServerThatIsAnother() {
    put("other", sftpTarget(Map.of("password", SftpServer.PASSWORD), SftpServer.otherKey()));

    JobState job = deliveries.delivery(tenant, "other", deliveries.report(tenant));

    assertThat(job.name()).isEqualTo("parked");
    assertThat(job.cause()).contains("by another key than the setting host_key names");
  }

  @Test
  void shouldParkALoginThatTheSftpServerRefuses() {
    put("login", sftpTarget(Map.of("password", "wrong"), sftp.hostKey()));

    double before = Figures.requests("sftp", "localhost:" + sftp.port(), "2xx");

    JobState job = deliveries.delivery(tenant, "login", deliveries.report(tenant));

    assertThat(Figures.requests("sftp", "localhost:" + sftp.port(), "2xx"))
        .as("a refusal is an answer")
        .isEqualTo(before + 1);
    assertThat(job.name()).isEqualTo("parked");
    assertThat(job.cause()).contains("refuses the login");
  }

  @Test
  void shouldWriteTheRenderingsIntoADirectoryThatIsAllowed() {
    Path directory = hub.data().resolve("delivered").resolve(tenant);
    directory.getParent().toFile().mkdirs();
    put("directory", target("directory", Map.of("directory", directory.toString()), Map.of()));

    String report = deliveries.report(tenant);

    assertDelivered("directory", report);
    assertThat(directory.resolve("reports/annual/" + report + ".xbrl"))
        .hasBinaryContent(deliveries.rendering(tenant, report, "xbrl"));
  }

  @Test
  void shouldNotWriteIntoAnyOtherDirectory() throws Exception {
    Path outside = Files.createTempDirectory("h4-outside");
    Path link = hub.data().resolve("delivered").resolve("link-" + tenant);
    Files.createDirectories(link.getParent());
    Files.createSymbolicLink(link, outside);
    put("outside", target("directory", Map.of("directory", outside.toString()), Map.of()));
    put("link", target("directory", Map.of("directory", link.toString()), Map.of()));

    String report = deliveries.report(tenant);

    assertThat(deliveries.delivery(tenant, "outside", report).cause())
        .contains("is not below a directory that may be written to");
    assertThat(deliveries.delivery(tenant, "link", report).name()).isEqualTo("parked");
    assertThat(outside).isEmptyDirectory();
    Files.delete(outside);
  }

  /** A worker that died between two renderings: the first has a receipt, the second goes out. */
  @Test
  void shouldDeliverOnlyWhatHasNotArrived() throws Exception {
    put("bucket", s3Target("acme-reports"));
    String report = deliveries.report(tenant);
    String pdf = "acme-reports/reports/annual/" + report + ".pdf";
    s3.put(pdf, "changed by the customer".getBytes());
    List<Map<String, Object>> before = deliveries.receipts(tenant);

    deliveries.again(tenant);

    assertThat(fromS3("reports/annual/" + report + ".pdf")).asString().startsWith("changed");
    assertThat(deliveries.receipts(tenant)).isEqualTo(before);
    deliveries.post(tenant, "/bucket/deliveries").statusCode(202);
    deliveries.later(tenant);
    assertThat(fromS3("reports/annual/" + report + ".pdf"))
        .as("asked for by an administrator")
        .isEqualTo(deliveries.rendering(tenant, report, "pdf"));
  }

  @Test
  void shouldShowSecretsNowhere() throws Exception {
    Leaks leaks = new Leaks(SECRET, SftpServer.PASSWORD, "BEGIN PRIVATE KEY");
    leaks.during(
        () -> {
          put("bucket", s3Target("no-such-bucket"));
          put("sftp", sftpTarget(Map.of("password", SftpServer.PASSWORD), sftp.hostKey()));
          put("key", sftpTarget(Map.of("private_key", sftp.privateKey()), sftp.hostKey()));
          deliveries.report(tenant);
        });

    leaks.check(camel);
    String shown = deliveries.get(tenant, "").statusCode(200).extract().asString();
    leaks.check(List.of(shown));
    assertThat(shown).contains("\"id\":\"sftp\"");
  }
}

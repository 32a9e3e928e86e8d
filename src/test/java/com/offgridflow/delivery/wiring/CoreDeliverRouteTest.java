package com.offgridflow.delivery.wiring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.offgridflow.job.JobState;
import com.offgridflow.source.wiring.S3Server;
import com.offgridflow.upstream.wiring.Figures;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Renderings in a bucket of S3, and what a delivery says and keeps to itself. */
@QuarkusTest
class CoreDeliverRouteTest extends DeliveredFiles {
  private static S3Server s3;

  @BeforeAll
  static void startServer() throws Exception {
    s3 = new S3Server("acme-reports");
  }

  @AfterAll
  static void stopServer() throws Exception {
    s3.close();
  }

  private byte[] fromS3(String key) throws Exception {
    URI uri = URI.create("http://localhost:" + s3.port() + "/acme-reports/" + key);
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofByteArray())
        .body();
  }

  @Test
  void shouldPutTheRenderingsIntoABucketOfS3() throws Exception {
    put("bucket", s3Target(s3, "acme-reports"));

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
    put("wrong", s3Target(s3, "no-such-bucket"));
    put("right", s3Target(s3, "acme-reports"));

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
    Map<String, Object> target = new HashMap<>(s3Target(s3, "acme-reports"));
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

  /** A worker that died between two renderings: the first has a receipt, the second goes out. */
  @Test
  void shouldDeliverOnlyWhatHasNotArrived() throws Exception {
    put("bucket", s3Target(s3, "acme-reports"));
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
}

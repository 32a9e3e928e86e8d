package com.offgridflow.delivery.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import com.offgridflow.job.JobState;
import com.offgridflow.upstream.wiring.Figures;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class GcsDeliveryTest extends DeliveredFiles {
  private static GcsDouble gcs;

  @BeforeAll
  static void startServer() throws Exception {
    gcs = new GcsDouble();
  }

  @AfterAll
  static void stopServer() {
    gcs.close();
  }

  @BeforeEach
  void allow() {
    gcs.refuseWith = 0;
  }

  private static Map<String, Object> bucket() {
    return target(
        "gcs",
        Map.of("bucket", "acme-reports", "endpoint", gcs.endpoint()),
        Map.of("service_account_key", gcs.serviceAccountKey()));
  }

  @Test
  void shouldPutTheRenderingsIntoABucketOfGoogle() {
    put("gcs", bucket());

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
    put("gcs", bucket());

    JobState job = deliveries.delivery(tenant, "gcs", deliveries.report(tenant));

    assertThat(job.name()).isEqualTo("parked");
    assertThat(job.cause()).contains("Cloud Storage answered 403", "role Storage Object User");
  }
}

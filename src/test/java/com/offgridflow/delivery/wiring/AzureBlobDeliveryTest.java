package com.offgridflow.delivery.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.offgridflow.source.wiring.AzuriteServer;
import com.offgridflow.upstream.wiring.Figures;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AzureBlobDeliveryTest extends DeliveredFiles {
  private static Optional<AzuriteServer> azurite;

  @BeforeAll
  static void startServer() throws Exception {
    azurite = AzuriteServer.start();
  }

  @AfterAll
  static void stopServer() throws Exception {
    if (azurite.isPresent()) {
      azurite.get().close();
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
}

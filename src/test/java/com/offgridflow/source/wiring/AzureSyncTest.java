package com.offgridflow.source.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.offgridflow.wiring.HubTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Syncs of Azure exports when all goes well. */
@QuarkusTest
@WithTestResource(HubTestResource.class)
class AzureSyncTest extends AzureBills {
  @Inject Reports reports;

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
  void shouldReadOneDatasetAndNotCountTheSameUsageTwice() {
    run("two/amortized", lines("7"), "part_0_0001.csv", "AmortizedCost", 1);
    run("two/actual", lines("7"), "part_0_0001.csv", "ActualCost", 1);
    String tenant = tenant("two");

    assertThat(onlyRejection(tenant))
        .startsWith("OTHER_DATASET | two/actual/")
        .contains("ActualCost", "dataset");
    assertThat(quantities(tenant)).containsExactly("7");
  }

  /**
   * A million GB of 2^30 bytes sent from the Netherlands: 1,073,741.824 GB x 0.001 kWh/GB (Cloud
   * Carbon Footprint 2024) x PUE 1.16 (Microsoft 2026, West Europe) x 0.25356 kg/kWh (Ember,
   * Netherlands 2024), which is 294.1296 kg x 1.073741824 = 315.8192531963904 kg.
   */
  @Test
  void shouldReportWhatAnExportSays() {
    run("report", lines("1000000"), "part_0_0001.csv", "AmortizedCost", 1);
    String tenant = tenant("report");
    syncs.sync(tenant);

    Map<String, String> figures = reports.annual(tenant, 2024);

    assertThat(figures).containsEntry("E1-6.scope-3.category-01", "0.3158192531963904");
  }

  /** Headers of German exports: github.com/kubecost/kubecost, issue 1526. */
  @Test
  void shouldReadAnExportWithTranslatedHeaders() {
    String translated =
        new String(lines("3"), StandardCharsets.UTF_8)
            .replace("MeterCategory", "Kategorie der Verbrauchseinheit (MeterCategory)")
            .replace("MeterName", "Name der Verbrauchseinheit (MeterName)")
            .replace("UnitOfMeasure", "Maßeinheit (UnitOfMeasure)")
            .replace("ResourceLocation", "Ressourcenstandort (ResourceLocation)");
    byte[] bytes = translated.getBytes(StandardCharsets.UTF_8);
    run("german", bytes, "part_0_0001.csv", "AmortizedCost", 1);
    String tenant = tenant("german");

    Syncs.Done done = syncs.sync(tenant);

    assertThat(done.state().succeeded()).as(done.cause()).isTrue();
    assertThat(syncs.activities(tenant))
        .singleElement()
        .asString()
        .startsWith("cloud.network,,3,GiB,")
        .contains(",westeurope,");
  }

  @Test
  void shouldFetchABlobOnceWhileItIsTheSame() {
    run("once", lines("7"), "part_0_0001.csv", "AmortizedCost", 1);
    String tenant = tenant("once");
    syncs.sync(tenant);
    long fetched = fetched("once/" + RUN + "part_0_0001.csv");

    Syncs.Done again = syncs.sync(tenant);

    assertThat(syncs.tally(tenant, again)).containsEntry("unchanged", "1");
    assertThat(fetched).isPositive();
    assertThat(fetched("once/" + RUN + "part_0_0001.csv")).isEqualTo(fetched);
  }

  private static long fetched(String blob) {
    return proxy.requests().stream().filter(path -> path.endsWith(blob)).count();
  }
}

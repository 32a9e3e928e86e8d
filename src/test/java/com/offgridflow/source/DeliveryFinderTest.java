package com.offgridflow.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DeliveryFinderTest {

  @Test
  void shouldTakeALegacyPeriodByItsManifestAlone() {
    List<Delivery> found =
        find(
            "cur/hub/20240901-20241001/hub-Manifest.json",
            "cur/hub/20240901-20241001/aaaa-1111/hub-1.csv.gz",
            "cur/hub/20240901-20241001/aaaa-1111/hub-Manifest.json",
            "cur/hub/20240901-20241001/bbbb-2222/hub-1.csv.gz");
    assertThat(found)
        .containsExactly(
            new Delivery(
                "cur/hub/20240901-20241001/",
                List.of(new RemoteObject("cur/hub/20240901-20241001/hub-Manifest.json", 1)),
                true));
  }

  @Test
  void shouldTakeAReportThatIsOverwrittenOnceThoughItHasTwoManifests() {
    List<Delivery> found =
        find(
            "cur/hub/20241201-20250101/hub-Manifest.json",
            "cur/hub/hub/year=2024/month=12/hub-00001.snappy.parquet",
            "cur/hub/hub/year=2024/month=12/hub-Manifest.json",
            "cur/hub/hub/year=2024/month=12/hub-create-table.sql",
            "cur/hub/hub/year=2024/month=12/crawler-cfn.yml",
            "cur/hub/hub/cost_and_usage_data_status/cost_and_usage_data_status.parquet",
            "aws-programmatic-access-test-object");
    assertThat(found)
        .extracting(Delivery::name, Delivery::manifest)
        .containsExactly(tuple("cur/hub/20241201-20250101/", true));
  }

  @Test
  void shouldFallBackOnTheManifestOfTheLastVersionOfAReport() {
    String period = "cur/hub/20240901-20241001/";
    List<Delivery> found =
        DeliveryFinder.find(
            List.of(
                written(period + "bbbb/hub-Manifest.json", "2024-09-02T00:00:00Z"),
                written(period + "aaaa/hub-Manifest.json", "2024-09-03T00:00:00Z")));
    assertThat(names(found)).containsExactly(period + "aaaa/hub-Manifest.json");
  }

  @Test
  void shouldTakeAnExportMonthAsOneDelivery() {
    List<Delivery> found =
        find(
            "e/data/BILLING_PERIOD=2024-09/e-00001.snappy.parquet",
            "e/data/BILLING_PERIOD=2024-09/e-00002.snappy.parquet",
            "e/data/BILLING_PERIOD=2024-10/e-00001.snappy.parquet");
    assertThat(found.stream().map(Delivery::name))
        .containsExactly("e/data/BILLING_PERIOD=2024-09/", "e/data/BILLING_PERIOD=2024-10/");
    assertThat(found.get(0).objects()).hasSize(2);
  }

  @Test
  void shouldTakeAnExportMonthByTheManifestOfItsPartition() {
    String month = "e/metadata/BILLING_PERIOD=2024-09/";
    List<Delivery> found =
        find(
            "e/data/BILLING_PERIOD=2024-09/20240901T060000Z-1111/e-00001.csv.gz",
            "e/data/BILLING_PERIOD=2024-09/20240902T060000Z-2222/e-00001.csv.gz",
            month + "20240901T060000Z-1111/e-Manifest.json",
            month + "20240902T060000Z-2222/e-Manifest.json",
            month + "e-Manifest.json");
    assertThat(found)
        .extracting(Delivery::name, Delivery::manifest)
        .containsExactly(tuple("e/data/BILLING_PERIOD=2024-09/", true));
    assertThat(names(found)).containsExactly(month + "e-Manifest.json");
  }

  @Test
  void shouldWaitForTheManifestOfAMonthThatIsBeingDelivered() {
    List<Delivery> found =
        find(
            "e/data/BILLING_PERIOD=2024-09/e-00001.csv.gz",
            "e/data/BILLING_PERIOD=2024-10/e-00001.csv.gz",
            "e/metadata/BILLING_PERIOD=2024-09/e-Manifest.json");
    assertThat(names(found)).containsExactly("e/metadata/BILLING_PERIOD=2024-09/e-Manifest.json");
  }

  @Test
  void shouldTakeTheLastExecutionOfAnExportWithoutManifestsAndNoEmptyChunk() {
    String month = "e/data/BILLING_PERIOD=2024-09/";
    List<Delivery> found =
        DeliveryFinder.find(
            List.of(
                new RemoteObject(month + "20240901T060000Z-1111/e-00001.csv.gz", 1),
                new RemoteObject(month + "20240902T060000Z-2222/e-00001.csv.gz", 1),
                new RemoteObject(month + "20240902T060000Z-2222/e-00002.csv.gz", 0)));
    assertThat(names(found)).containsExactly(month + "20240902T060000Z-2222/e-00001.csv.gz");
  }

  @Test
  void shouldTakeTheMonthOfTheNewestCarbonModelAlone() {
    String partition = "model_version=v%s/usage_period=2025-01/c-Manifest.json";
    List<Delivery> found =
        find(
            "c/metadata/" + partition.formatted("10.0.0"),
            "c/metadata/" + partition.formatted("9.1.0"),
            "c/data/model_version=v9.1.0/usage_period=2025-01/c-00001.snappy.parquet");
    assertThat(found).extracting(Delivery::name).containsExactly("c/data/usage_period=2025-01/");
    assertThat(names(found)).containsExactly("c/metadata/" + partition.formatted("10.0.0"));
  }

  @Test
  void shouldTakeTheNewestRunOfAnAzureExport() {
    String period = "costs/hub/20240901-20240930/";
    String older = period + "202409020600/0a1b2c3d-1111-4222-8333-444455556666/";
    String newer = period + "202409030600/00000000-1111-4222-8333-444455556666/";

    List<Delivery> found =
        find(
            newer + "manifest.json",
            newer + "part_0_0001.csv",
            older + "manifest.json",
            older + "part_0_0001.csv");

    assertThat(found)
        .containsExactly(
            new Delivery(period, List.of(new RemoteObject(newer + "manifest.json", 1)), true));
  }

  @Test
  void shouldTakeAnyOtherFileOnItsOwnAndLeaveHiddenOnes() {
    List<Delivery> found = find("focus.csv", "bills/2024.csv", ".DS_Store", "bills/");
    assertThat(found.stream().map(Delivery::name)).containsExactly("bills/2024.csv", "focus.csv");
  }

  private static RemoteObject written(String name, String time) {
    return new RemoteObject(name, 1, Instant.parse(time));
  }

  private static List<String> names(List<Delivery> found) {
    return found.stream().flatMap(d -> d.objects().stream()).map(RemoteObject::name).toList();
  }

  private static List<Delivery> find(String... names) {
    return DeliveryFinder.find(Stream.of(names).map(name -> new RemoteObject(name, 1)).toList());
  }
}

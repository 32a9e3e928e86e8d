package com.offgridflow.source;

import static org.assertj.core.api.Assertions.assertThat;

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
  void shouldTakeAnExportMonthAsOneDeliveryWithoutItsBookkeeping() {
    List<Delivery> found =
        find(
            "e/data/BILLING_PERIOD=2024-09/e-00001.snappy.parquet",
            "e/data/BILLING_PERIOD=2024-09/e-00002.snappy.parquet",
            "e/data/BILLING_PERIOD=2024-10/e-00001.snappy.parquet",
            "e/metadata/BILLING_PERIOD=2024-09/e-Manifest.json");
    assertThat(found.stream().map(Delivery::name))
        .containsExactly("e/data/BILLING_PERIOD=2024-09/", "e/data/BILLING_PERIOD=2024-10/");
    assertThat(found.get(0).objects()).hasSize(2);
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

  private static List<Delivery> find(String... names) {
    return DeliveryFinder.find(Stream.of(names).map(name -> new RemoteObject(name, 1)).toList());
  }
}

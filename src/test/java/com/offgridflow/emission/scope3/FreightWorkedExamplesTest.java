package com.offgridflow.emission.scope3;

import static com.offgridflow.activity.ActivityKind.FREIGHT_UPSTREAM;
import static com.offgridflow.emission.scope3.Examples.assertKg;
import static com.offgridflow.emission.scope3.Examples.energyFactors;

import com.offgridflow.emission.Booked;
import com.offgridflow.emission.Illustrative;
import org.junit.jupiter.api.Test;

/**
 * The worked examples of category 4 in: GHG Protocol, Technical Guidance for Calculating Scope 3
 * Emissions, version 1.0 (2013). Page numbers are those printed on its pages. Inputs and results
 * are the publication's; its factors are illustrative and no data.
 */
class FreightWorkedExamplesTest {

  /** Example 4.1, page 56: fuel 660,000 kg CO2e; refrigerant apart, as its GWP is rounded there. */
  @Test
  void shouldReproduceExample41FuelOfHauliers() {
    Illustrative factors = new Illustrative().world("mobile-combustion", "diesel", "L", "3");
    assertKg(
        "660000",
        factors,
        freight("diesel", "50000", "L"),
        freight("diesel", "80000", "L"),
        freight("diesel", "90000", "L"));
  }

  /** Example 4.2, page 62: 5,000 kg CO2e. */
  @Test
  void shouldReproduceExample42FreightByDistance() {
    Illustrative factors =
        new Illustrative()
            .world("freight", "hgv/rigid/3.5-7.5t", "t-km", "0.2")
            .world("freight", "air/long-haul", "t-km", "1.0")
            .world("freight", "ship/container/2000-2999-teu", "t-km", "0.05");
    assertKg(
        "5000",
        factors,
        freight("hgv/rigid/3.5-7.5t", "2", "t").told("distance_km", "2000"),
        freight("air/long-haul", "1", "t").told("distance_km", "3000"),
        freight("ship/container/2000-2999-teu", "6", "t").told("distance_km", "4000"));
  }

  /** Example 4.4, page 66: 7,300 kg CO2e. */
  @Test
  void shouldReproduceExample44FreightBySpend() {
    Illustrative factors =
        new Illustrative()
            .world("spend", "road", "USD", "0.04")
            .world("spend", "air", "USD", "0.15")
            .world("spend", "sea", "USD", "0.05");
    assertKg(
        "7300",
        factors,
        freight("road", "20000", "USD"),
        freight("air", "30000", "USD"),
        freight("sea", "40000", "USD"));
  }

  /** Example 4.5, page 69: 2,062.5 + 3,125 = 5,187.5 kg CO2e. */
  @Test
  void shouldReproduceExample45StorageBySite() {
    Illustrative factors = energyFactors("0.8", "0.25");
    assertKg(
        "5187.5",
        factors,
        stored("electricity", "10000", "100", "400"),
        stored("natural-gas", "1000", "100", "400"),
        stored("electricity", "15000", "200", "800"),
        stored("natural-gas", "2000", "200", "800"));
  }

  private static Booked stored(String subject, String kwh, String own, String all) {
    return freight(subject, kwh, "kWh").told("volume_m3", own).told("total_volume_m3", all);
  }

  /** Example 4.6, page 71: 240 kg CO2e. */
  @Test
  void shouldReproduceExample46StorageByAverageData() {
    Illustrative factors =
        new Illustrative()
            .world("freight", "storage/distribution-center", "m3-day", "0.01")
            .world("freight", "storage/supermarket", "m3-day", "0.02");
    assertKg(
        "240",
        factors,
        freight("storage/distribution-center", "4000", "m3").told("days_stored", "2"),
        freight("storage/supermarket", "4000", "m3").told("days_stored", "2"));
  }

  private static Booked freight(String subject, String amount, String unit) {
    return Booked.of(FREIGHT_UPSTREAM, subject, amount, unit);
  }
}

package com.offgridflow.emission.scope3;

import static com.offgridflow.activity.ActivityKind.FUEL_AND_ENERGY;
import static com.offgridflow.emission.scope3.Examples.assertKg;

import com.offgridflow.emission.Booked;
import com.offgridflow.emission.Illustrative;
import org.junit.jupiter.api.Test;

/**
 * The worked examples of category 3 in: GHG Protocol, Technical Guidance for Calculating Scope 3
 * Emissions, version 1.0 (2013). Page numbers are those printed on its pages. Inputs and results
 * are the publication's; its factors are illustrative and no data.
 */
class FuelEnergyWorkedExamplesTest {

  /** Example 3.1, pages 46 and 47: upstream of electricity, 740,000 kg CO2e. */
  @Test
  void shouldReproduceExample31UpstreamOfElectricity() {
    Illustrative factors =
        new Illustrative()
            .factor("upstream.electricity", "", "AU", "kWh", "0.12")
            .factor("upstream.electricity", "", "CA", "kWh", "0.10")
            .factor("upstream.electricity", "", "IN", "kWh", "0.15")
            .factor("upstream.electricity", "", "US", "kWh", "0.10")
            .factor("upstream.electricity", "", "TR", "kWh", "0.05");
    assertKg(
        "740000",
        factors,
        energy("electricity", "500000").in("AU"),
        energy("electricity", "600000").in("CA"),
        energy("electricity", "400000").in("IN"),
        energy("electricity", "5500000").in("US"),
        energy("electricity", "200000").in("TR"));
  }

  /** Example 3.1, page 47: losses of transmission and distribution, 404,175 kg CO2e. */
  @Test
  void shouldReproduceExample31Losses() {
    assertKg(
        "404175",
        new Illustrative(),
        lost("electricity", "500000", "0.8", "0.10").in("AU"),
        lost("electricity", "600000", "0.4", "0.13").in("CA"),
        lost("heat", "50000", "0.15", "0.05").in("CA"),
        lost("electricity", "400000", "0.8", "0.15").in("IN"),
        lost("electricity", "5500000", "0.5", "0.10").in("US"),
        lost("electricity", "200000", "0.4", "0.12").in("TR"));
  }

  /** Example 3.1, page 47: upstream of district heating, 2,500 kg CO2e. */
  @Test
  void shouldReproduceExample31UpstreamOfHeating() {
    Illustrative factors = new Illustrative().factor("upstream.heat", "", "CA", "kWh", "0.05");
    assertKg("2500", factors, energy("heat", "50000").in("CA"));
  }

  private static Booked energy(String subject, String kwh) {
    return Booked.of(FUEL_AND_ENERGY, subject, kwh, "kWh");
  }

  private static Booked lost(String subject, String kwh, String factor, String rate) {
    return energy(subject, kwh)
        .told("activity", "td-losses")
        .told("life_cycle_factor", factor)
        .told("loss_rate", rate);
  }

  /**
   * Table 3.2, page 40: generation of 1 t CO2e/MWh, coal upstream of 0.05 t; the utility buys 100
   * MWh, uses 10 and sells 90 on. Sold on: 94.5 t; its own use upstream: 0.5 t; the consumer's
   * upstream: 4.5 t, and 10.5 t are lost on the way to it.
   */
  @Test
  void shouldReproduceTable32ElectricityValueChain() {
    Illustrative factors =
        new Illustrative()
            .factor("grid.location", "", "GB", "MWh", "1000")
            .factor("upstream.electricity", "", "GB", "MWh", "50");
    assertKg("94500", factors, mwh("90").told("activity", "resold"));
    assertKg("500", factors, mwh("10"));
    assertKg("4500", factors, mwh("90"));
    assertKg("10500", factors, mwh("100").told("activity", "td-losses").told("loss_rate", "0.1"));
  }

  private static Booked mwh(String amount) {
    return Booked.of(FUEL_AND_ENERGY, "electricity", amount, "MWh");
  }
}

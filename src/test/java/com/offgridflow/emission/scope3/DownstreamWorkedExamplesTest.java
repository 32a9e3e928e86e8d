package com.offgridflow.emission.scope3;

import static com.offgridflow.activity.ActivityKind.END_OF_LIFE;
import static com.offgridflow.activity.ActivityKind.FRANCHISE;
import static com.offgridflow.activity.ActivityKind.FREIGHT_DOWNSTREAM;
import static com.offgridflow.activity.ActivityKind.LEASED_DOWNSTREAM;
import static com.offgridflow.activity.ActivityKind.PROCESSING_OF_SOLD;
import static com.offgridflow.activity.ActivityKind.USE_OF_SOLD;
import static com.offgridflow.emission.scope3.Examples.assertKg;
import static com.offgridflow.emission.scope3.Examples.energyFactors;

import com.offgridflow.emission.Booked;
import com.offgridflow.emission.Illustrative;
import org.junit.jupiter.api.Test;

/**
 * The worked examples of categories 9 to 14 and of appendix B in: GHG Protocol, Technical Guidance
 * for Calculating Scope 3 Emissions, version 1.0 (2013). Page numbers are those printed on its
 * pages. Inputs and results are the publication's; its factors are illustrative and no data.
 */
class DownstreamWorkedExamplesTest {

  /** Example 9.1, page 105: 1,600 kg CO2e. */
  @Test
  void shouldReproduceExample91DownstreamTransport() {
    Illustrative factors = new Illustrative().world("freight", "hgv/rigid/3.5-7.5t", "t-km", "0.2");
    assertKg(
        "1600",
        factors,
        Booked.of(FREIGHT_DOWNSTREAM, "hgv/rigid/3.5-7.5t", "4", "t").told("distance_km", "2000"));
  }

  /** Example 10.1, page 110: 1,725 kg CO2e. */
  @Test
  void shouldReproduceExample101ProcessingBySite() {
    Illustrative factors =
        energyFactors("0.5", "0.2").world("waste", "mixed/landfill", "kg", "0.5");
    assertKg(
        "1725",
        factors,
        Booked.of(PROCESSING_OF_SOLD, "natural-gas", "3500", "kWh"),
        Booked.of(PROCESSING_OF_SOLD, "electricity", "2000", "kWh"),
        Booked.of(PROCESSING_OF_SOLD, "mixed/landfill", "50", "kg"));
  }

  /** Example 10.2, page 112: 1,500 kg CO2e. */
  @Test
  void shouldReproduceExample102ProcessingByAverageData() {
    Illustrative factors = new Illustrative().world("process", "candy", "kg", "1.5");
    assertKg("1500", factors, Booked.of(PROCESSING_OF_SOLD, "candy", "1000", "kg"));
  }

  /** Example 11.1, pages 117 and 118: 13,042,500 kg CO2e. */
  @Test
  void shouldReproduceExample111DirectUse() {
    assertKg(
        "13042500",
        energyFactors("0.5", "0.2"),
        sold("11500", "1000", "1.3"),
        sold("1900", "1100", "1.5"),
        sold("20000", "2000", "0.2"));
  }

  /** Example 11.2, page 122: 760,000 kg CO2e. */
  @Test
  void shouldReproduceExample112IndirectUse() {
    assertKg(
        "760000",
        energyFactors("0.5", "0.2"),
        sold("2000", "1000", "0.40").told("scenario_share", "0.2"),
        sold("2000", "1000", "0.50").told("scenario_share", "0.4"),
        sold("2000", "1000", "1.20").told("scenario_share", "0.4"));
  }

  private static Booked sold(String number, String uses, String kwh) {
    return Booked.of(USE_OF_SOLD, "electricity", number, "product")
        .told("lifetime_uses", uses)
        .told("kwh_per_use", kwh);
  }

  /** Example 11.3, page 124: 36,000 kg CO2e. */
  @Test
  void shouldReproduceExample113IntermediateProduct() {
    assertKg(
        "36000",
        new Illustrative(),
        Booked.of(USE_OF_SOLD, "engine", "10", "engine")
            .told("lifetime_uses", "300000")
            .told("kg_co2e_per_use", "0.3")
            .told("mass_t", "20")
            .told("total_mass_t", "500"));
  }

  /** Example B.1, page 158: a fan of 300 W, 1,200 h of life, 1,000 sold: 162,000 kg CO2e. */
  @Test
  void shouldReproduceExampleB1UseOfFans() {
    assertKg("162000", energyFactors("0.45", "0.2"), sold("1000", "1200", "0.3"));
  }

  /** Example 12.1, page 127: 3,700 kg CO2e. */
  @Test
  void shouldReproduceExample121EndOfLife() {
    Illustrative factors =
        new Illustrative()
            .world("waste", "laminated-paper/landfill", "kg", "0.3")
            .world("waste", "laminated-paper/incineration", "kg", "1.0")
            .world("waste", "laminated-paper/recycling", "kg", "0.0");
    assertKg(
        "3700",
        factors,
        discarded("landfill", "0.9"),
        discarded("incineration", "0.1"),
        discarded("recycling", "0"));
  }

  private static Booked discarded(String treatment, String share) {
    return Booked.of(END_OF_LIFE, "laminated-paper/" + treatment, "10000", "kg")
        .told("share", share);
  }

  /** Example 13.1, page 129: 3,000 kg CO2e. */
  @Test
  void shouldReproduceExample131LeasedFactory() {
    assertKg(
        "3000",
        new Illustrative(),
        Booked.of(LEASED_DOWNSTREAM, "factory", "9000", "kg CO2e")
            .told("area_m2", "5000")
            .told("total_area_m2", "15000"));
  }

  /** Example 14.1, page 133: 355,000 kg CO2e. */
  @Test
  void shouldReproduceExample141Franchisees() {
    assertKg(
        "355000",
        new Illustrative(),
        franchisee("120000"),
        franchisee("35000"),
        franchisee("40000"),
        franchisee("120000"),
        franchisee("40000"));
  }

  private static Booked franchisee(String kg) {
    return Booked.of(FRANCHISE, "restaurant", kg, "kg CO2e");
  }

  /** Example 14.2, page 135: 23,500,000 kg CO2e. */
  @Test
  void shouldReproduceExample142FranchisesByFloor() {
    Illustrative factors =
        new Illustrative()
            .world("asset", "food-outlet", "m2-year", "30000")
            .world("asset", "clothing-outlet", "m2-year", "10000");
    assertKg(
        "23500000",
        factors,
        floor("food-outlet", "100"),
        floor("food-outlet", "150"),
        floor("clothing-outlet", "400"),
        floor("clothing-outlet", "700"),
        floor("clothing-outlet", "500"));
  }

  private static Booked floor(String type, String area) {
    return Booked.of(FRANCHISE, type, area, "m2");
  }
}

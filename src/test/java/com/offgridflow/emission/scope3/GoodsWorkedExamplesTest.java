package com.offgridflow.emission.scope3;

import static com.offgridflow.activity.ActivityKind.CAPITAL_GOODS;
import static com.offgridflow.activity.ActivityKind.PURCHASED_GOODS;
import static com.offgridflow.emission.scope3.Examples.assertKg;

import com.offgridflow.emission.Booked;
import com.offgridflow.emission.Illustrative;
import org.junit.jupiter.api.Test;

/**
 * The worked examples of categories 1 and 2 in: GHG Protocol, Technical Guidance for Calculating
 * Scope 3 Emissions, version 1.0 (2013). Page numbers are those printed on its pages. Inputs and
 * results are the publication's; its factors are illustrative and no data.
 */
class GoodsWorkedExamplesTest {

  /** Example 1.1, page 25: 145,000 kg CO2e. */
  @Test
  void shouldReproduceExample11PurchasedGoodsBySuppliersFactors() {
    assertKg(
        "145000",
        new Illustrative(),
        bought("cement", "200000", "0.15"),
        bought("plaster", "600000", "0.10"),
        bought("paint", "200000", "0.10"),
        bought("timber", "100000", "0.25"),
        bought("concrete", "50000", "0.20"));
  }

  private static Booked bought(String good, String kg, String factor) {
    return Booked.of(PURCHASED_GOODS, good, kg, "kg").told("supplier_factor", factor);
  }

  /** Example 1.2, pages 27 to 29: Scopes 1 and 2 of the supplier, 3,000 kg CO2e. */
  @Test
  void shouldReproduceExample12EnergyOfTheSupplier() {
    assertKg(
        "3000",
        new Illustrative(),
        part("energy", "electricity", "5000", "kWh", "0.5"),
        part("energy", "natural-gas", "2500", "kWh", "0.2"));
  }

  /** Example 1.2, page 29: material inputs, 49,250 kg CO2e. */
  @Test
  void shouldReproduceExample12MaterialInputs() {
    Illustrative factors =
        new Illustrative()
            .world("material", "cotton", "kg", "7.0")
            .world("material", "polymer", "kg", "5.0")
            .world("material", "chemical-a", "kg", "2.0")
            .world("material", "chemical-b", "kg", "1.5");
    assertKg(
        "49250",
        factors,
        part("material", "cotton", "5000", "kg"),
        part("material", "polymer", "2500", "kg"),
        part("material", "chemical-a", "500", "kg"),
        part("material", "chemical-b", "500", "kg"));
  }

  /**
   * Example 1.2, pages 28 and 29. The publication's sum of the transport, 20,500 kg CO2e, is a
   * tenth of what its own line (5,000 × 1,000 × 0.01 + 2,500 × 2,500 × 0.02 + 500 × 800 × 0.05 +
   * 500 × 200 × 0.1) amounts to; asserted is the line, by hand: 50,000 + 125,000 + 20,000 + 10,000.
   */
  @Test
  void shouldComputeTheLineOfExample12TransportOfMaterials() {
    assertKg(
        "205000",
        new Illustrative(),
        part("transport", "cotton", "5000", "kg", "0.01").told("distance_km", "1000"),
        part("transport", "polymer", "2500", "kg", "0.02").told("distance_km", "2500"),
        part("transport", "chemical-a", "500", "kg", "0.05").told("distance_km", "800"),
        part("transport", "chemical-b", "500", "kg", "0.10").told("distance_km", "200"));
  }

  /** Example 1.2, page 29: waste to landfill, 50 kg CO2e. */
  @Test
  void shouldReproduceExample12WasteOfTheSupplier() {
    Illustrative factors = new Illustrative().world("waste", "mixed/landfill", "kg", "0.5");
    assertKg("50", factors, part("waste", "mixed/landfill", "100", "kg"));
  }

  /** Example 1.3, pages 30 and 31: 70,250 kg CO2e. */
  @Test
  void shouldReproduceExample13HybridWithTheRestByAverageData() {
    assertKg(
        "70250",
        new Illustrative(),
        part("energy", "electricity", "5000", "kWh", "0.5"),
        part("energy", "natural-gas", "2500", "kWh", "0.2"),
        part("waste", "mixed/landfill", "100", "kg", "0.5"),
        part("remainder", "t-shirt", "12000", "t-shirt", "5.6"));
  }

  private static Booked part(String part, String subject, String amount, String unit) {
    return Booked.of(PURCHASED_GOODS, subject, amount, unit).told("part", part);
  }

  private static Booked part(
      String part, String subject, String amount, String unit, String factor) {
    return part(part, subject, amount, unit).told("supplier_factor", factor);
  }

  /** Example 1.4, pages 34 and 35: 54,100 kg CO2e, of which (by hand) 42,400 by mass. */
  @Test
  void shouldReproduceExample14AverageDataAndSpend() {
    Illustrative factors =
        new Illustrative()
            .world("material", "hard-drive", "kg", "20")
            .world("material", "integrated-circuit", "kg", "10")
            .world("material", "lcd", "kg", "40")
            .world("material", "semiconductor", "kg", "70")
            .world("material", "battery", "kg", "3")
            .world("material", "keyboard", "kg", "3")
            .world("spend", "plastic", "USD", "0.3")
            .world("spend", "aluminum", "USD", "0.5")
            .world("spend", "steel", "USD", "0.2")
            .world("spend", "cyclohexane", "USD", "0.2")
            .world("spend", "epoxy-resin", "USD", "0.3")
            .world("spend", "copper", "USD", "0.3")
            .world("spend", "glass", "USD", "0.4");
    assertKg(
        "54100",
        factors,
        goods("hard-drive", "400", "kg"),
        goods("integrated-circuit", "200", "kg"),
        goods("lcd", "500", "kg"),
        goods("semiconductor", "100", "kg"),
        goods("battery", "1500", "kg"),
        goods("keyboard", "300", "kg"),
        goods("plastic", "5000", "USD"),
        goods("plastic", "3000", "USD"),
        goods("plastic", "4000", "USD"),
        goods("aluminum", "6000", "USD"),
        goods("steel", "1500", "USD"),
        goods("cyclohexane", "5000", "USD"),
        goods("epoxy-resin", "5000", "USD"),
        goods("copper", "1000", "USD"),
        goods("glass", "5000", "USD"));
  }

  private static Booked goods(String subject, String amount, String unit) {
    return Booked.of(PURCHASED_GOODS, subject, amount, unit);
  }

  /**
   * Category 2, page 36, takes the methods of category 1: example 1.1's cement as capital goods.
   */
  @Test
  void shouldComputeCapitalGoodsAsPurchasedGoods() {
    assertKg(
        "30000",
        new Illustrative(),
        Booked.of(CAPITAL_GOODS, "cement", "200000", "kg").told("supplier_factor", "0.15"));
  }
}

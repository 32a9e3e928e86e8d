package com.offgridflow.emission.scope3;

import static com.offgridflow.activity.ActivityKind.BUSINESS_TRAVEL;
import static com.offgridflow.activity.ActivityKind.CAPITAL_GOODS;
import static com.offgridflow.activity.ActivityKind.COMMUTING;
import static com.offgridflow.activity.ActivityKind.FREIGHT_UPSTREAM;
import static com.offgridflow.activity.ActivityKind.FUEL_AND_ENERGY;
import static com.offgridflow.activity.ActivityKind.LEASED_UPSTREAM;
import static com.offgridflow.activity.ActivityKind.PURCHASED_GOODS;
import static com.offgridflow.activity.ActivityKind.WASTE;
import static org.assertj.core.api.Assertions.assertThat;

import com.offgridflow.emission.Booked;
import com.offgridflow.emission.Illustrative;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;

/**
 * The worked examples of categories 1 to 8 in: GHG Protocol, Technical Guidance for Calculating
 * Scope 3 Emissions, version 1.0 (2013). Page numbers are those printed on its pages. Inputs and
 * results are the publication's; its factors are illustrative and no data.
 */
class UpstreamWorkedExamplesTest {

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

  /** Example 5.1, page 75: 132,500 kg CO2e. */
  @Test
  void shouldReproduceExample51WasteByType() {
    Illustrative factors =
        new Illustrative()
            .world("waste", "plastic/landfill", "t", "40")
            .world("waste", "plastic/incineration", "t", "2")
            .world("waste", "plastic/recycling", "t", "10")
            .world("waste", "wastewater", "m3", "0.5");
    assertKg(
        "132500",
        factors,
        Booked.of(WASTE, "plastic/landfill", "2000", "t"),
        Booked.of(WASTE, "plastic/incineration", "5000", "t"),
        Booked.of(WASTE, "plastic/recycling", "4000", "t"),
        Booked.of(WASTE, "wastewater", "5000", "m3"));
  }

  /** Example 5.2, page 77: 3,320 kg CO2e. */
  @Test
  void shouldReproduceExample52WasteByTreatment() {
    Illustrative factors =
        new Illustrative()
            .world("waste", "landfill", "t", "300")
            .world("waste", "incineration", "t", "0")
            .world("waste", "recycling/open-loop", "t", "0")
            .world("waste", "recycling/closed-loop", "t", "10")
            .world("waste", "composting", "t", "30");
    assertKg(
        "3320",
        factors,
        treated("landfill", "0.25"),
        treated("incineration", "0.05"),
        treated("recycling/open-loop", "0.3"),
        treated("recycling/closed-loop", "0.2"),
        treated("composting", "0.2"));
  }

  private static Booked treated(String treatment, String share) {
    return Booked.of(WASTE, treatment, "40", "t").told("share", share);
  }

  /** Example 6.1, pages 85 and 86: road 17,583.33 and air 8,300,000 kg CO2e. */
  @Test
  void shouldReproduceExample61BusinessTravel() {
    Illustrative factors =
        new Illustrative()
            .world("travel", "car/hybrid", "km", "1")
            .world("travel", "car/petrol", "km", "2")
            .world("travel", "car/dual-purpose-4x4", "km", "4")
            .world("travel", "air/long-haul", "passenger-km", "5")
            .world("travel", "air/short-haul", "passenger-km", "6");
    assertKg(
        "17583.33",
        factors,
        // employees × km
        road("car/hybrid", "500", "2"),
        road("car/petrol", "4000", "2"),
        road("car/dual-purpose-4x4", "10000", "3"));
    assertKg(
        "8300000",
        factors,
        flight("air/long-haul", "100000"),
        flight("air/short-haul", "300000"),
        flight("air/long-haul", "1200000"));
  }

  private static Booked road(String car, String passengerKm, String people) {
    return flight(car, passengerKm).told("travellers_per_vehicle", people);
  }

  private static Booked flight(String subject, String passengerKm) {
    return Booked.of(BUSINESS_TRAVEL, subject, passengerKm, "passenger-km");
  }

  /** Example 7.1, page 90: 3,072 kg CO2e. */
  @Test
  void shouldReproduceExample71CommutingByDistance() {
    Illustrative factors = commuting();
    assertKg(
        "3072",
        factors,
        // times a week × 48 weeks
        commute("rail", "10", "passenger-km", "240"),
        commute("rail", "10", "passenger-km", "192"),
        commute("car", "15", "km", "48"),
        commute("car", "20", "km", "240"));
  }

  private static Booked commute(String mode, String oneWay, String unit, String days) {
    return Booked.of(COMMUTING, mode, oneWay, unit).told("days", days);
  }

  /** Example 7.2, pages 92 and 93: 6,697,500 kg CO2e. */
  @Test
  void shouldReproduceExample72CommutingByAverageData() {
    assertKg(
        "6697500",
        commuting(),
        average("rail", "0.5", "10"),
        average("car", "0.3", "15"),
        average("foot", "0.15", "1"),
        average("bus", "0.05", "5"));
  }

  private static Illustrative commuting() {
    return new Illustrative()
        .world("travel", "rail", "passenger-km", "0.1")
        .world("travel", "car", "km", "0.2")
        .world("travel", "foot", "passenger-km", "0")
        .world("travel", "bus", "passenger-km", "0.1");
  }

  private static Booked average(String mode, String share, String km) {
    return Booked.of(COMMUTING, mode, "10000", "employee")
        .told("mode_share", share)
        .told("one_way_km", km)
        .told("days", "235");
  }

  /** Example 8.1, pages 97 and 98: gas 200 kWh and electricity 400 kWh, hence 40 + 280 kg CO2e. */
  @Test
  void shouldReproduceExample81EnergyOfALeasedFloor() {
    Illustrative factors = energyFactors("0.7", "0.2");
    assertKg(
        "320", factors, leased("natural-gas", "1500", "kWh"), leased("electricity", "3000", "kWh"));
  }

  /**
   * Example 8.1, page 98: of 5 kg leaked, 0.67 kg are the floor's. The example weighs them with a
   * made-up GWP; asserted is the mass.
   */
  @Test
  void shouldReproduceExample81GasLeakedOfALeasedFloor() {
    var leak =
        Illustrative.counted(new Illustrative().calculator(), leased("HFC-134a", "5", "kg")).get(0);
    assertThat(leak.gases().otherGases().get("HFC-134a").setScale(2, RoundingMode.HALF_UP))
        .isEqualByComparingTo("0.67");
  }

  private static Booked leased(String subject, String amount, String unit) {
    return Booked.of(LEASED_UPSTREAM, subject, amount, unit)
        .told("area_m2", "200")
        .told("total_area_m2", "2000")
        .told("occupancy", "0.75");
  }

  static Illustrative energyFactors(String electricity, String gas) {
    return new Illustrative()
        .factor("grid.location", "", "GB", "kWh", electricity)
        .world("stationary-combustion", "natural-gas", "kWh", gas);
  }

  static void assertKg(String published, Illustrative factors, Booked... booked) {
    BigDecimal expected = new BigDecimal(published);
    assertThat(factors.kg(booked).setScale(expected.scale(), RoundingMode.HALF_UP))
        .isEqualByComparingTo(expected);
  }
}

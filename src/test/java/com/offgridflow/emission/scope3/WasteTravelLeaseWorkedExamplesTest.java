package com.offgridflow.emission.scope3;

import static com.offgridflow.activity.ActivityKind.BUSINESS_TRAVEL;
import static com.offgridflow.activity.ActivityKind.COMMUTING;
import static com.offgridflow.activity.ActivityKind.LEASED_UPSTREAM;
import static com.offgridflow.activity.ActivityKind.WASTE;
import static com.offgridflow.emission.scope3.Examples.assertKg;
import static com.offgridflow.emission.scope3.Examples.energyFactors;
import static org.assertj.core.api.Assertions.assertThat;

import com.offgridflow.emission.Booked;
import com.offgridflow.emission.Illustrative;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;

/**
 * The worked examples of categories 5 to 8 in: GHG Protocol, Technical Guidance for Calculating
 * Scope 3 Emissions, version 1.0 (2013). Page numbers are those printed on its pages. Inputs and
 * results are the publication's; its factors are illustrative and no data.
 */
class WasteTravelLeaseWorkedExamplesTest {

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
}

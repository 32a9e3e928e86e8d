package com.offgridflow.emission.scope1;

import static com.offgridflow.activity.ActivityKind.FUGITIVE_MASS_BALANCE;
import static com.offgridflow.activity.ActivityKind.FUGITIVE_SCREENING;
import static com.offgridflow.activity.ActivityKind.MOBILE_COMBUSTION;
import static com.offgridflow.activity.ActivityKind.PROCESS;
import static com.offgridflow.activity.ActivityKind.PROCESS_CEMENT;
import static com.offgridflow.activity.ActivityKind.PROCESS_LIME;
import static com.offgridflow.activity.ActivityKind.PROCESS_STEEL;
import static com.offgridflow.activity.ActivityKind.STATIONARY_COMBUSTION;
import static org.assertj.core.api.Assertions.assertThat;

import com.offgridflow.emission.Booked;
import com.offgridflow.emission.Emission;
import com.offgridflow.emission.EmissionCalculator;
import com.offgridflow.emission.Illustrative;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Published results of Scope 1; what is computed by hand instead says so. */
class Scope1WorkedExamplesTest {
  private static final EmissionCalculator AR5 = new Illustrative().besideShipped("AR5");
  private static final LocalDate IN_2025 = LocalDate.of(2025, 7, 1);

  /**
   * EPA, Greenhouse Gas Equivalencies Calculator, revision history, 25 April 2013: 0.005306 t CO2
   * per therm of natural gas; by the factor of the EPA hub of 2024, which is the same.
   */
  @Test
  void shouldReproduceEpaTonnesPerThermOfNaturalGas() {
    Booked therm = Booked.of(STATIONARY_COMBUSTION, "natural-gas", "1", "therm").in("US");
    assertThat(first(AR5, therm).gases().co2().orElseThrow()).isEqualByComparingTo("5.306");
  }

  /**
   * EPA, Greenhouse Gas Equivalencies Calculator, revision history, 20 November 2009: 74.89 t CO2
   * per tanker truck of 8,500 gallons, at the 8.81 kg CO2 per gallon of gasoline of that time.
   */
  @Test
  void shouldReproduceEpaTankerTruckOfGasoline() {
    EmissionCalculator calculator =
        new Illustrative().world("mobile-combustion", "gasoline", "gal", "8.81").calculator();
    Booked truck = Booked.of(MOBILE_COMBUSTION, "gasoline", "8500", "gal");
    assertThat(tonnes(Illustrative.kg(calculator, truck), 2)).isEqualByComparingTo("74.89");
  }

  /**
   * EPA, Greenhouse Gas Equivalencies Calculator (2008), passenger vehicles: 8.81 kg CO2 per
   * gallon, 11,856 miles at 19.7 miles per gallon; CO2 is 0.971 of all: 5.46 t CO2e a year. The
   * other gases stand as a factor per mile that makes up the rest: 8.81 ÷ 19.7 × (1 ÷ 0.971 − 1).
   */
  @Test
  void shouldReproduceEpaPassengerVehicleByFuelEconomy() {
    EmissionCalculator calculator =
        new Illustrative()
            .world("mobile-combustion", "gasoline", "gal", "8.81")
            .world("mobile-combustion.ch4-n2o", "car", "mile", "0.01335637")
            .calculator();
    Booked year =
        Booked.of(MOBILE_COMBUSTION, "car", "11856", "mile")
            .told("fuel", "gasoline")
            .told("fuel_economy", "19.7");
    assertThat(tonnes(Illustrative.kg(calculator, year), 2)).isEqualByComparingTo("5.46");
  }

  /**
   * UK Government conversion factors 2025, flat file, row 1_100_1004_6: 0.18296 kg CO2e per kWh.
   */
  @Test
  void shouldReproduceUkNaturalGasFromItsSingleGases() {
    Booked kwh = Booked.of(STATIONARY_COMBUSTION, "natural-gas", "1", "kWh").on(IN_2025);
    assertThat(first(AR5, kwh).kgCo2e().setScale(5, RoundingMode.HALF_UP))
        .isEqualByComparingTo("0.18296");
  }

  /**
   * UK Government conversion factors 2025, flat file, row 11_100_1004_6: 0.03021 kg CO2e per kWh.
   */
  @Test
  void shouldDeriveUkWellToTankOfNaturalGasInCategory3() {
    Booked kwh = Booked.of(STATIONARY_COMBUSTION, "natural-gas", "1000", "kWh").on(IN_2025);
    Emission upstream =
        Illustrative.counted(AR5, kwh).stream()
            .filter(emission -> emission.category().equals(java.util.Optional.of(3)))
            .findFirst()
            .orElseThrow();
    assertThat(upstream.kgCo2e()).isEqualByComparingTo("30.21");
    assertThat(upstream.component()).isEqualTo("well-to-tank");
  }

  /** UK Government conversion factors 2025, refrigerants, R410A: 1,924 kg CO2e per kg (AR5). */
  @Test
  void shouldReproduceUkR410aFromItsParts() {
    Booked refill =
        Booked.of(FUGITIVE_MASS_BALANCE, "R410A", "1", "kg").told("movement", "purchased");
    assertThat(Illustrative.kg(AR5, refill).setScale(0, RoundingMode.HALF_UP))
        .isEqualByComparingTo("1924");
  }

  /** By hand: (10 − 4) + 12 − 3 − (8 − 5) = 12 kg of HFC-134a; AR5: × 1,300. */
  @Test
  void shouldBalanceMovementsOfARefrigerant() {
    assertThat(
            Illustrative.kg(
                AR5,
                moved("inventory-begin", "10"),
                moved("inventory-end", "4"),
                moved("purchased", "12"),
                moved("sold", "3"),
                moved("capacity-of-new-equipment", "8"),
                moved("capacity-of-retired-equipment", "5")))
        .isEqualByComparingTo("15600");
  }

  private static Booked moved(String movement, String kg) {
    return Booked.of(FUGITIVE_MASS_BALANCE, "HFC-134a", kg, "kg").told("movement", movement);
  }

  /**
   * By hand, EPA's screening with the rates of IPCC 2006, volume 3, table 7.9: a chiller of 100 kg
   * HFC-134a loses 1 at installation, 15 in a year of operation and 100 × (1 − 0.95) at disposal.
   */
  @Test
  void shouldScreenAChillerOverItsLife() {
    assertThat(Illustrative.kg(AR5, chiller("installation"))).isEqualByComparingTo("1300");
    assertThat(Illustrative.kg(AR5, chiller("operation"))).isEqualByComparingTo("19500");
    assertThat(Illustrative.kg(AR5, chiller("disposal"))).isEqualByComparingTo("6500");
  }

  private static Booked chiller(String phase) {
    return Booked.of(FUGITIVE_SCREENING, "HFC-134a", "100", "kg")
        .told("equipment", "chiller")
        .told("phase", phase);
  }

  /** By hand, IPCC 2006, volume 3, table 8.3: 50 kg SF6 × 0.14 in the United States × 23,500. */
  @Test
  void shouldTakeTheLeakRateOfSwitchgearOfItsCountry() {
    Booked switchgear =
        Booked.of(FUGITIVE_SCREENING, "SF6", "50", "kg").told("equipment", "switchgear-closed");
    assertThat(Illustrative.kg(AR5, switchgear.in("US"))).isEqualByComparingTo("164500");
    assertThat(Illustrative.kg(AR5, switchgear.in("FR"))).isEqualByComparingTo("30550");
  }

  /** IPCC 2006 Guidelines, volume 3, chapter 2, equation 2.4: 0.52 t CO2 per t clinker. */
  @Test
  void shouldReproduceIpccClinkerWithKilnDust() {
    Booked clinker = Booked.of(PROCESS_CEMENT, "clinker", "1", "t");
    assertThat(tonnes(Illustrative.kg(AR5, clinker), 2)).isEqualByComparingTo("0.52");
  }

  /** IPCC 2006 Guidelines, volume 3, chapter 2, equation 2.4: 0.51 at 65 % CaO, without dust. */
  @Test
  void shouldReproduceIpccClinkerFromItsLime() {
    Booked clinker =
        Booked.of(PROCESS_CEMENT, "clinker", "1", "t")
            .told("cao_share", "0.65")
            .told("kiln_dust_correction", "1");
    assertThat(tonnes(Illustrative.kg(AR5, clinker), 2)).isEqualByComparingTo("0.51");
  }

  /** By hand: 1,000 t × 0.75 × 0.51 × 1.02 = 390.15 t (IPCC 2006, volume 3, equation 2.1). */
  @Test
  void shouldComputeCementByItsShareOfClinker() {
    Booked cement = Booked.of(PROCESS_CEMENT, "cement", "1000", "t").told("clinker_share", "0.75");
    assertThat(Illustrative.kg(AR5, cement)).isEqualByComparingTo("390150");
  }

  /**
   * WBCSD CSI: 525 kg CO2 per t clinker, and 1.55 × 0.2 % × 44 ÷ 12 of organic carbon, by hand 11.4
   * kg; fully calcined dust emits as clinker does: EF ÷ (1 + EF) ÷ (1 − EF ÷ (1 + EF)) = EF.
   */
  @Test
  void shouldComputeClinkerAndDustByTheProtocolOfTheIndustry() {
    Booked clinker = Booked.of(PROCESS_CEMENT, "clinker", "1", "t").told("protocol", "csi");
    Booked dust = Booked.of(PROCESS_CEMENT, "dust", "1", "t").told("calcination", "1");
    assertThat(Illustrative.kg(AR5, clinker).setScale(1, RoundingMode.HALF_UP))
        .isEqualByComparingTo("536.4");
    assertThat(Illustrative.kg(AR5, dust).setScale(6, RoundingMode.HALF_UP))
        .isEqualByComparingTo("525");
  }

  /** IPCC 2006 Guidelines, volume 3, chapter 2, equation 2.8: 0.75 t CO2 per t lime. */
  @Test
  void shouldReproduceIpccLimeOfUnknownType() {
    assertThat(tonnes(Illustrative.kg(AR5, Booked.of(PROCESS_LIME, "", "1", "t")), 2))
        .isEqualByComparingTo("0.75");
  }

  /** By hand: 100 t × 0.75 × 1.02 × 0.97 = 74.205 t (IPCC 2006, volume 3, equation 2.6). */
  @Test
  void shouldComputeHydratedLimeOfAKnownType() {
    Booked lime =
        Booked.of(PROCESS_LIME, "high-calcium", "100", "t").told("hydration_correction", "0.97");
    assertThat(Illustrative.kg(AR5, lime)).isEqualByComparingTo("74205");
  }

  /** By hand: (500 t coke × 0.83 + 100 t scrap × 0.04 − 900 t steel × 0.01) × 44 ÷ 12. */
  @Test
  void shouldBalanceTheCarbonOfASteelworks() {
    BigDecimal kg =
        Illustrative.kg(
            AR5,
            Booked.of(PROCESS_STEEL, "coke", "500", "t").told("flow", "input"),
            Booked.of(PROCESS_STEEL, "scrap-iron", "100", "t").told("flow", "input"),
            Booked.of(PROCESS_STEEL, "steel", "900", "t").told("flow", "output"));
    assertThat(tonnes(kg, 3)).isEqualByComparingTo("1503.333");
  }

  /**
   * IPCC 2006, volume 3, table 4.1: 0.08 t CO2 per t of steel from electric arc furnaces, ±25 %.
   */
  @Test
  void shouldCarryTheUncertaintyOfAProcessFactor() {
    Emission steel = first(AR5, Booked.of(PROCESS, "steel/electric-arc-furnace", "1", "t"));
    assertThat(steel.kgCo2e()).isEqualByComparingTo("80");
    assertThat(steel.uncertainty().orElseThrow()).hasToString("0.75..1.25");
  }

  private static Emission first(EmissionCalculator calculator, Booked booked) {
    return Illustrative.counted(calculator, booked).get(0);
  }

  private static BigDecimal tonnes(BigDecimal kg, int digits) {
    return kg.movePointLeft(3).setScale(digits, RoundingMode.HALF_UP);
  }
}

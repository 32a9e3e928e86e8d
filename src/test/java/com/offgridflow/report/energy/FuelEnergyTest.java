package com.offgridflow.report.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.offgridflow.activity.Unit;
import com.offgridflow.factor.FactorLibrary;
import com.offgridflow.factor.ShippedFactors;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Heating values: US EPA GHG Emission Factors Hub 2024, table 1; UK DESNZ 2025, fuel properties.
 */
class FuelEnergyTest {
  private static final FuelEnergy ENERGY =
      new FuelEnergy(new FactorLibrary(ShippedFactors.factors()));

  /** DESNZ: gas holds 14.08 kWh gross and 12.71 kWh net per kg: 1000 × 12.71 / 14.08 = 902.699. */
  @Test
  void shouldTakeGasThatIsBilledGrossAsNet() {
    EnergyTotal total = only("natural-gas", "1000", "kWh", "GB");

    assertThat(total.source()).isEqualTo(EnergySource.GAS);
    assertThat(total.kwh()).isCloseTo(new BigDecimal("902.699"), within(new BigDecimal("0.001")));
  }

  /** EPA: 0.138 mmBtu per gallon, 95 % of it net: 0.138 × 293.07107 × 0.95 = 38.4216 kWh. */
  @Test
  void shouldTakeTheGeneralShareWhereOnlyAGrossValueIsPublished() {
    EnergyTotal total = only("distillate-fuel-oil-no-2", "1", "gal", "US");

    assertThat(total.source()).isEqualTo(EnergySource.OIL);
    assertThat(total.kwh()).isCloseTo(new BigDecimal("38.4216"), within(new BigDecimal("0.001")));
  }

  @Test
  void shouldKeepEnergyThatIsNetAlready() {
    assertThat(only("diesel/net-cv", "500", "kWh", "GB").kwh()).isEqualByComparingTo("500");
  }

  @Test
  void shouldSayWhatAFuelWithoutHeatingValueLacks() {
    EnergyBalance balance = ENERGY.of(List.of(use("wood-logs", "3", "t", "DE")));

    assertThat(balance.totals()).isEmpty();
    assertThat(balance.gaps()).hasSize(1);
    assertThat(balance.gaps().get(0).source()).isEqualTo(EnergySource.RENEWABLE);
    assertThat(balance.gaps().get(0).message())
        .contains("3 t of 'wood-logs'")
        .contains("no heating value");
  }

  /** DESNZ 2025, SECR kWh, mini, petrol: 0.56434 kWh/km; 1000 miles = 1609.344 km. */
  @Test
  void shouldTakeTheEnergyOfADistanceFromTheVehiclesRow() {
    EnergyBalance balance = ENERGY.of(List.of(use("car/mini/petrol", "1000", "mile", "GB")));

    assertThat(balance.gaps()).isEmpty();
    assertThat(balance.totals().get(0).source()).isEqualTo(EnergySource.OIL);
    // 1609.344 × 0.56434 = 908.21719...
    assertThat(balance.totals().get(0).kwh())
        .isCloseTo(new BigDecimal("908.217"), within(new BigDecimal("0.001")));
    assertThat(balance.tables())
        .containsExactly(
            "UK DESNZ, Conversion factors 2025, flat file v1: SECR kWh pass & delivery vehs / Cars"
                + " (by market segment), Mini, Petrol, km (6_300_3001_4) = 0.56434 kWh/km");
  }

  @Test
  void shouldCountGasOfAVehicleAsGasAndNothingOfABattery() {
    EnergyBalance balance =
        ENERGY.of(
            List.of(
                use("car/large/cng", "10", "km", "GB"),
                use("car/mini/battery-electric", "10", "km", "GB")));

    assertThat(balance.gaps()).isEmpty();
    // Cars (by size), large car, CNG: 1.16215 kWh/km
    assertThat(balance.totals())
        .singleElement()
        .satisfies(total -> assertThat(total.source()).isEqualTo(EnergySource.GAS))
        .satisfies(total -> assertThat(total.kwh()).isEqualByComparingTo("11.6215"));
  }

  @Test
  void shouldNameVehiclesThatNoTableOfThePlaceHas() {
    EnergyBalance balance =
        ENERGY.of(
            List.of(
                use("car/mini/petrol", "10", "km", "DE"), use("car/amphibious", "10", "km", "GB")));

    assertThat(balance.totals()).isEmpty();
    assertThat(balance.gaps())
        .extracting(EnergyGap::message)
        .satisfiesExactly(
            first -> assertThat(first).contains("10 km of 'car/mini/petrol'"),
            second -> assertThat(second).contains("10 km of 'car/amphibious'"));
  }

  @Test
  void shouldNotGuessTheSourceOfAnUnknownFuel() {
    EnergyBalance balance = ENERGY.of(List.of(use("unobtainium", "1", "kWh", "DE")));

    assertThat(balance.gaps())
        .extracting(EnergyGap::source)
        .containsExactly(EnergySource.UNSPECIFIED);
  }

  private static EnergyTotal only(String fuel, String quantity, String unit, String country) {
    EnergyBalance balance = ENERGY.of(List.of(use(fuel, quantity, unit, country)));
    assertThat(balance.gaps()).isEmpty();
    return balance.totals().get(0);
  }

  private static FuelUse use(String fuel, String quantity, String unit, String country) {
    return new FuelUse(
        fuel, new BigDecimal(quantity), Unit.named(unit), country, LocalDate.of(2025, 6, 1), 1);
  }
}

package com.offgridflow.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.offgridflow.activity.Unit;
import com.offgridflow.factor.FuelConversion.Result.Converted;
import com.offgridflow.factor.FuelConversion.Result.NotConvertible;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Natural gas as in {@code desnz-2025.csv}, to four digits: 14,080 kWh gross and 12,710 kWh net per
 * t, 0.8025 kg per m3. Expected values by hand.
 */
class FuelConversionTest {
  private static final LocalDate DAY = LocalDate.of(2025, 6, 1);
  private static final FuelConversion GAS =
      conversion(
          factor("gross", FactorKind.FUEL_GROSS, "t", "kWh", "14080"),
          factor("net", FactorKind.FUEL_NET, "t", "kWh", "12710"),
          factor("density", FactorKind.FUEL_DENSITY, "m3", "kg", "0.8025"));

  @ParameterizedTest
  @CsvSource({
    // 14080
    "t, kWh, 14080, gross",
    // 14.08 x 3.6
    "kg, MJ, 50.688, gross",
    // 12.71
    "kg, kWh-net, 12.71, net",
    // 1 / 14.08
    "kWh, kg, 0.0710227272727273, gross",
    // 0.8025
    "m3, kg, 0.8025, density",
    // 1000 / 0.8025
    "t, m3, 1246.10591900312, density",
    // 0.8025 x 14.08
    "m3, kWh, 11.2992, density gross",
    // 0.8025 x 12.71
    "m3, kWh-net, 10.199775, density net",
    // 12.71 / 14.08
    "kWh, kWh-net, 0.902698863636364, gross net",
    // 14.08 / 12.71
    "GJ-net, GJ, 1.10778914240755, net gross",
    // 1 / 11.2992
    "kWh, m3, 0.0885018408383894, gross density"
  })
  void shouldConvertByTheFuelsProperties(
      String from, String to, BigDecimal expected, String properties) {
    Converted converted = (Converted) convert(GAS, "natural-gas", from, to);
    assertThat(converted.multiplier()).isCloseTo(expected, within(new BigDecimal("1e-11")));
    assertThat(String.join(" ", converted.steps().stream().map(s -> s.factor().id()).toList()))
        .isEqualTo(properties);
  }

  @Test
  void shouldTakeNoPropertyWhereTheUnitsConvert() {
    Converted converted = (Converted) convert(GAS, "natural-gas", "MWh", "kWh");
    assertThat(converted.multiplier()).isEqualByComparingTo("1000");
    assertThat(converted.steps()).isEmpty();
  }

  @Test
  void shouldSayByWhatItDivides() {
    Converted converted = (Converted) convert(GAS, "natural-gas", "kWh", "kWh-net");
    assertThat(converted.steps()).extracting(FuelStep::divides).containsExactly(true, false);
    assertThat(converted.steps()).extracting(FuelStep::why).containsExactly("GB", "GB");
  }

  /** A heating value per volume is one property, by mass it would take two. */
  @Test
  void shouldTakeTheShortestWay() {
    FuelConversion diesel =
        conversion(
            factor("by-mass", FactorKind.FUEL_GROSS, "kg", "MJ", "45"),
            factor("by-volume", FactorKind.FUEL_GROSS, "L", "MJ", "38"),
            factor("density", FactorKind.FUEL_DENSITY, "L", "kg", "0.84"));
    Converted converted = (Converted) convert(diesel, "natural-gas", "L", "MJ");
    assertThat(converted.multiplier())
        .isCloseTo(new BigDecimal("38"), within(new BigDecimal("1e-30")));
    assertThat(converted.steps()).hasSize(1);
  }

  @Test
  void shouldSayWhatWouldBeNeeded() {
    NotConvertible missing = (NotConvertible) convert(GAS, "coal", "t", "kWh");
    assertThat(missing.message())
        .isEqualTo(
            "'coal' in t does not convert to kWh: that takes factors of kind fuel.density,"
                + " fuel.heating-value.gross or fuel.heating-value.net of 'coal' that lead from one"
                + " to the other");
    assertThat(convert(GAS, "natural-gas", "kWh", "km")).isInstanceOf(NotConvertible.class);
  }

  private static FuelConversion.Result convert(
      FuelConversion fuels, String fuel, String from, String to) {
    return fuels.convert(
        fuel, Unit.of(from).orElseThrow(), Unit.of(to).orElseThrow(), DAY, List.of("GB", "world"));
  }

  private static FuelConversion conversion(Factor... factors) {
    return new FuelConversion(new FactorLibrary(List.of(factors)));
  }

  private static Factor factor(String id, String kind, String per, String unit, String value) {
    return new Factor(
        id,
        kind,
        "natural-gas",
        "GB",
        Validity.ALWAYS,
        Unit.of(per).orElseThrow(),
        Unit.of(unit).orElseThrow(),
        Amounts.of(new BigDecimal(value)),
        "",
        new Source("DESNZ", "2025", "Fuel properties", "Natural gas", "OGL v3"),
        "");
  }
}

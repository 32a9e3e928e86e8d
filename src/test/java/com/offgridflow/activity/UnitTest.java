package com.offgridflow.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected values: NIST SP 811 (2008) Appendix B, 40 CFR 98 Table A-2, IEC 80000-13. */
class UnitTest {

  @ParameterizedTest
  @CsvSource({
    "MWh, kWh, 1000",
    "GWh, MWh, 1000",
    "kWh, MJ, 3.6",
    "GJ, MJ, 1000",
    "BTU, J, 1055.05585262",
    "therm, BTU, 100000",
    "therm, mmBtu, 0.1",
    "ccf, scf, 100",
    "Mcf, scf, 1000",
    "scf, L, 28.316846592",
    "gal, L, 3.785411784",
    "m3, L, 1000",
    "lb, kg, 0.45359237",
    "short-ton, lb, 2000",
    "short-ton, kg, 907.18474",
    "t, kg, 1000",
    "g, kg, 0.001",
    "kW, W, 1000",
    "TB, GB, 1000",
    "GiB, GB, 1.073741824",
    "TiB, GiB, 1024",
    "TB-h, GB-h, 1000",
    "GiB-h, GB-h, 1.073741824",
    "GB-month, GB-h, 730",
    "GB-month, TB-h, 0.73"
  })
  void shouldConvertExactlyAsDefined(String from, String to, BigDecimal expected) {
    assertThat(unit(from).factorTo(unit(to)).orElseThrow()).isEqualByComparingTo(expected);
  }

  /** 1055055852.62 J / 3600000 J = 293.07107017222... kWh per mmBtu. */
  @Test
  void shouldKeep34DigitsWhereTheDecimalDoesNotEnd() {
    assertThat(unit("mmBtu").factorTo(unit("kWh")).orElseThrow())
        .isEqualByComparingTo("293.0710701722222222222222222222222");
  }

  @ParameterizedTest
  @CsvSource({
    "kWh, kg",
    "W, Wh",
    "GB, GB-h",
    "vCPU, vCPU-h",
    "vCPU-h, GB-h",
    "kg, kg CO2e",
    "h, 1",
    "m3, kg"
  })
  void shouldNotConvertAcrossDimensions(String from, String to) {
    assertThat(unit(from).factorTo(unit(to))).isEmpty();
  }

  @Test
  void shouldRejectUnknownSymbol() {
    assertThat(Unit.of("kwh")).isEmpty();
    assertThat(Unit.of("")).isEmpty();
    assertThat(Unit.of(null)).isEmpty();
  }

  @Test
  void shouldConvertBilledUnitOnlyToItself() {
    Unit requests = Unit.named("Requests");
    assertThat(requests.factorTo(Unit.named("Requests"))).contains(BigDecimal.ONE);
    assertThat(requests.factorTo(Unit.named("LCU-Hours"))).isEmpty();
    assertThat(requests.factorTo(unit("kWh"))).isEmpty();
    assertThat(unit("kWh").factorTo(requests)).isEmpty();
  }

  @Test
  void shouldRejectBlankName() {
    assertThatThrownBy(() -> Unit.named(" ")).hasMessageContaining("unit must have a symbol");
  }

  private static Unit unit(String symbol) {
    return Unit.of(symbol).orElseThrow();
  }
}

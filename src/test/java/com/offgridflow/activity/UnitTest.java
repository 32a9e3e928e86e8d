package com.offgridflow.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

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
    "GB-month, TB-h, 0.73",
    "TWh, GWh, 1000",
    "TJ, GJ, 1000",
    "MW, kW, 1000",
    "Dth, therm, 10",
    "mmBtu, kBtu, 1000",
    "ton-h-refrigeration, BTU, 12000",
    "GJ-net, MJ-net, 1000",
    "MWh-net, kWh-net, 1000",
    "kWh-net, MJ-net, 3.6",
    "TJ-net, GJ-net, 1000",
    "mmBtu-net, MJ-net, 1055.05585262",
    "kL, m3, 1",
    "ML, m3, 1000",
    "imp-gal, L, 4.54609",
    "bbl, gal, 42",
    "MMcf, Mcf, 1000",
    "kt, t, 1000",
    "long-ton, lb, 2240",
    "km, m, 1000",
    "mile, m, 1609.344",
    "nmi, km, 1.852",
    "vehicle-km, km, 1",
    "vehicle-mile, mile, 1",
    "passenger-mile, passenger-km, 1.609344",
    "t-km, kg-km, 1000",
    "short-ton-mile, t-km, 1.45997231821056",
    "min, s, 60",
    "day, h, 24",
    "ft2, m2, 0.09290304",
    "ha, m2, 10000",
    "ft2-year, m2-year, 0.09290304",
    "GB, B, 1000000000",
    "GiB, B, 1073741824",
    "TiB, MiB, 1048576",
    "PB, TB, 1000",
    "PiB, GiB, 1048576",
    "GiB-month, GiB-h, 730",
    "GiB-h, GiB-s, 3600",
    "GB-h, B-s, 3600000000000",
    "kB-h, KiB-h, 0.9765625",
    "vCPU-h, vCPU-s, 3600"
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
    "m3, kg",
    "kWh, kWh-net",
    "km, passenger-km",
    "t-km, passenger-km",
    "TEU-km, t-km",
    "person-day, day",
    "FTE-h, h",
    "room-night, 1",
    "GPU-h, vCPU-h",
    "EUR, USD",
    "EUR, kg"
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

  /** 288.15 K / 273.15 K = 1.054914881933..., DIN 1343 to ISO 13443. */
  @Test
  void shouldTakeANormalCubicMetreForMoreAtFifteenDegrees() {
    assertThat(unit("Nm3").factorTo(unit("m3")).orElseThrow())
        .isCloseTo(new BigDecimal("1.054914881933"), within(new BigDecimal("1e-12")));
  }

  @Test
  void shouldKnowCurrenciesByIso4217() {
    assertThat(unit("EUR").isMoney()).isTrue();
    assertThat(unit("EUR").factorTo(unit("EUR"))).contains(BigDecimal.ONE);
    assertThat(unit("kWh").isMoney()).isFalse();
    assertThat(Unit.of("EURO")).isEmpty();
    assertThat(Unit.of("XXX")).as("no currency").isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "KWH | did you mean kWh?",
        "kwhs | did you mean kWh?",
        "MMBTU | did you mean mmBtu?",
        "tonnes | did you mean t?",
        "Tonne.km | did you mean t-km?",
        "lbs | did you mean lb?",
        "GB-Mo | did you mean GB-month?",
        "Hrs | did you mean h?",
        "kWh (Net CV) | did you mean kWh-net?",
        "thermm | did you mean therm?",
        "ton | say t (1000 kg), short-ton (2000 lb) or long-ton (2240 lb)",
        "Tons | say t (1000 kg), short-ton (2000 lb) or long-ton (2240 lb)",
        "gallons | say gal (US, 3.785 L) or imp-gal (imperial, 4.546 L)",
        "MBtu | say kBtu (a thousand Btu) or mmBtu (a million Btu)",
        "kVAh | say kWh: apparent energy is no real energy without the power factor",
        "furlong | docs/units.md lists the units; currencies are by ISO 4217, such as EUR"
      })
  void shouldSayWhatAnUnknownUnitMayMean(String symbol, String remedy) {
    assertThat(Unit.of(symbol)).isEmpty();
    assertThat(Unit.unknown(symbol)).isEqualTo("unit '" + symbol + "' is not known; " + remedy);
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

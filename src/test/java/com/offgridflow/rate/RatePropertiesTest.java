package com.offgridflow.rate;

import static org.assertj.core.api.Assertions.assertThat;

import com.offgridflow.rate.MoneyConversion.Ready;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;

/** What holds for any rates. */
class RatePropertiesTest {
  private static final MathContext ROUGHLY = new MathContext(28);
  private static final LocalDate DAY = LocalDate.of(2024, 5, 3);

  @Property
  void shouldComeBackFromAnyCurrency(
      @ForAll("currencies") String from,
      @ForAll("currencies") String to,
      @ForAll @BigRange(min = "0.001", max = "20000") @Scale(4) BigDecimal usd,
      @ForAll @BigRange(min = "0.001", max = "20000") @Scale(4) BigDecimal jpy) {
    BigDecimal there = multiplier(rates(usd, jpy), from, to);
    BigDecimal back = multiplier(rates(usd, jpy), to, from);
    assertThat(there.multiply(back).round(ROUGHLY)).isEqualByComparingTo(BigDecimal.ONE);
  }

  @Property
  void shouldGoByWayOfTheEuroWithoutGain(
      @ForAll @BigRange(min = "0.001", max = "20000") @Scale(4) BigDecimal usd,
      @ForAll @BigRange(min = "0.001", max = "20000") @Scale(4) BigDecimal jpy) {
    Rates rates = rates(usd, jpy);
    BigDecimal direct = multiplier(rates, "USD", "JPY");
    BigDecimal byEuro = multiplier(rates, "USD", "EUR").multiply(multiplier(rates, "EUR", "JPY"));
    assertThat(byEuro.round(ROUGHLY)).isEqualByComparingTo(direct.round(ROUGHLY));
  }

  @Property
  void shouldComeBackFromThePricesOfAnotherYear(
      @ForAll @BigRange(min = "1", max = "1000") @Scale(3) BigDecimal one,
      @ForAll @BigRange(min = "1", max = "1000") @Scale(3) BigDecimal other) {
    TreeMap<Integer, BigDecimal> values = new TreeMap<>();
    values.put(2022, one);
    values.put(2024, other);
    PriceIndices indices = new PriceIndices(List.of(new PriceIndex("I", "USD", values)));
    BigDecimal there = ((Deflation.Deflated) indices.deflate("USD", 2024, 2022)).step().value();
    BigDecimal back = ((Deflation.Deflated) indices.deflate("USD", 2022, 2024)).step().value();
    assertThat(there.multiply(back).round(ROUGHLY)).isEqualByComparingTo(BigDecimal.ONE);
  }

  private static BigDecimal multiplier(Rates rates, String from, String to) {
    return ((Ready) rates.convert(from, DAY, DAY.plusDays(1), to, Optional.empty())).multiplier();
  }

  private static Rates rates(BigDecimal usd, BigDecimal jpy) {
    return new Rates(
        new ExchangeRates(
            List.of(new ExchangeRate("USD", DAY, usd), new ExchangeRate("JPY", DAY, jpy))),
        new PriceIndices(List.of()));
  }

  @Provide
  Arbitrary<String> currencies() {
    return Arbitraries.of("EUR", "USD", "JPY");
  }
}

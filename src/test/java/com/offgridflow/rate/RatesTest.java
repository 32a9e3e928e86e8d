package com.offgridflow.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.offgridflow.rate.MoneyConversion.Missing;
import com.offgridflow.rate.MoneyConversion.Ready;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Made-up rates and indices; expected values by hand. */
class RatesTest {
  private static final Optional<Integer> ANY = Optional.empty();
  private static final Rates RATES =
      new Rates(
          new ExchangeRates(
              EcbCsv.read(
                  "f.csv",
                  new StringReader(
                      """
                      Date,USD,GBP,RUB,
                      2024-05-03,1.25,0.8,N/A,
                      2024-05-02,1.2,0.8,N/A,
                      2024-03-28,1.1,0.85,N/A,
                      2022-03-01,1.15,0.83,117.2,
                      """))),
          new PriceIndices(
              PriceIndexCsv.read(
                  "p.csv",
                  new StringReader(
                      """
                      index,currency,year,value
                      US CPI,USD,2022,300
                      US CPI,USD,2024,312
                      UK CPI,GBP,2022,120
                      """))));

  @Test
  void shouldExchangeAtTheRateOfTheDay() {
    Ready ready = ready("EUR", "2024-05-03", "USD", ANY);
    assertThat(ready.multiplier()).isEqualByComparingTo("1.25");
    assertThat(ready.steps())
        .containsExactly(
            new RateStep(
                "exchange rate",
                new BigDecimal("1.25"),
                "USD/EUR",
                "ECB reference rate of 2024-05-03"));
  }

  /** 1.25 USD per EUR ÷ 0.8 GBP per EUR = 1.5625 USD per GBP. */
  @Test
  void shouldCrossCurrenciesByWayOfTheEuro() {
    Ready ready = ready("GBP", "2024-05-03", "USD", ANY);
    assertThat(ready.multiplier()).isEqualByComparingTo("1.5625");
    assertThat(ready.steps().get(0).why())
        .isEqualTo(
            "GBP 0.8 per EUR, ECB reference rate of 2024-05-03; "
                + "USD 1.25 per EUR, ECB reference rate of 2024-05-03");
  }

  /** 1 ÷ 1.25 = 0.8. */
  @Test
  void shouldExchangeIntoEuros() {
    assertThat(ready("USD", "2024-05-03", "EUR", ANY).multiplier()).isEqualByComparingTo("0.8");
  }

  @Test
  void shouldTakeTheLastBusinessDayBeforeADayWithoutRate() {
    Ready ready = ready("EUR", "2024-05-05", "USD", ANY);
    assertThat(ready.multiplier()).isEqualByComparingTo("1.25");
    assertThat(ready.steps().get(0).why())
        .isEqualTo("ECB reference rate of 2024-05-03, the last one before 2024-05-05");
  }

  /** Good Friday to Easter Monday 2024 have no rate: 28 March is four days before 1 April. */
  @Test
  void shouldReachBackOverEasterButNotOverAMonth() {
    assertThat(ready("EUR", "2024-04-01", "USD", ANY).multiplier()).isEqualByComparingTo("1.1");
    assertThat(missing("EUR", "2024-04-05", "USD"))
        .isEqualTo(
            "no exchange rate of USD on 2024-04-05; loaded are those from 2022-03-01 to"
                + " 2024-05-03");
  }

  /** The mean of 1.1, 1.2 and 1.25 is 3.55 ÷ 3. */
  @Test
  void shouldTakeTheMeanOfALongPeriod() {
    MoneyConversion conversion =
        RATES.convert("EUR", LocalDate.of(2024, 1, 1), LocalDate.of(2025, 1, 1), "USD", ANY);
    Ready ready = (Ready) conversion;
    assertThat(ready.multiplier())
        .isCloseTo(new BigDecimal("1.183333333333333"), within(new BigDecimal("1e-15")));
    assertThat(ready.steps().get(0).why())
        .isEqualTo("mean of 3 ECB reference rates from 2024-01-01 until 2025-01-01");
  }

  @Test
  void shouldSayWhichCurrencyIsNotLoaded() {
    assertThat(missing("CHF", "2024-05-03", "USD"))
        .isEqualTo("no exchange rate of CHF on 2024-05-03; loaded are GBP, RUB, USD");
    assertThat(missing("RUB", "2024-05-03", "USD"))
        .isEqualTo(
            "no exchange rate of RUB on 2024-05-03; loaded are those from 2022-03-01 to"
                + " 2022-03-01");
  }

  @Test
  void shouldAskForTheFileWhenNothingIsLoaded() {
    LocalDate day = LocalDate.of(2024, 5, 3);
    Missing missing = (Missing) Rates.NONE.convert("EUR", day, day.plusDays(1), "USD", ANY);
    assertThat(missing.message())
        .isEqualTo(
            "no exchange rate of USD on 2024-05-03; none are loaded: import the ECB's"
                + " eurofxref-hist.csv");
  }

  @Test
  void shouldNeedNoRateForTheSameCurrency() {
    LocalDate day = LocalDate.of(2024, 5, 3);
    Ready ready = (Ready) Rates.NONE.convert("USD", day, day.plusDays(1), "USD", ANY);
    assertThat(ready.multiplier()).isEqualByComparingTo("1");
    assertThat(ready.steps()).isEmpty();
  }

  /** 300 ÷ 312 of 1.25 USD per EUR: 1.201923076923... */
  @Test
  void shouldBringMoneyToThePriceYear() {
    Ready ready = ready("EUR", "2024-05-03", "USD", Optional.of(2022));
    assertThat(ready.multiplier())
        .isCloseTo(new BigDecimal("1.201923076923076"), within(new BigDecimal("1e-15")));
    assertThat(ready.steps().get(1).unit()).isEqualTo("USD of 2022/USD of 2024");
    assertThat(ready.steps().get(1).why()).isEqualTo("US CPI: 300 in 2022 ÷ 312 in 2024");
    assertThat(ready.gaps()).isEmpty();
  }

  @Test
  void shouldNotDeflateMoneyOfThePriceYear() {
    Ready ready = ready("EUR", "2022-03-01", "USD", Optional.of(2022));
    assertThat(ready.multiplier()).isEqualByComparingTo("1.15");
    assertThat(ready.steps()).hasSize(1);
    assertThat(ready.gaps()).isEmpty();
  }

  /** No step stands in for the index: the multiplier is the exchange rate alone, and it is said. */
  @Test
  void shouldSayThatMoneyIsNotDeflatedWhereNoIndexHasBothYears() {
    Ready ready = ready("EUR", "2024-05-03", "GBP", Optional.of(2022));
    assertThat(ready.multiplier()).isEqualByComparingTo("0.8");
    assertThat(ready.steps()).hasSize(1);
    assertThat(ready.gaps())
        .containsExactly(
            "not deflated: no price index brings GBP of 2024 to prices of 2022; "
                + "loaded are UK CPI 2022 to 2022");
    assertThat(ready("USD", "2024-05-03", "EUR", Optional.of(2020)).gaps())
        .containsExactly(
            "not deflated: no price index brings EUR of 2024 to prices of 2020; "
                + "none is loaded for EUR");
  }

  /** The first by name that has both years. */
  @Test
  void shouldTakeTheFirstOfSeveralIndicesByName() {
    PriceIndices indices =
        new PriceIndices(
            PriceIndexCsv.read(
                "p.csv",
                new StringReader(
                    """
                    index,currency,year,value
                    b,USD,2022,100
                    b,USD,2024,200
                    a,USD,2022,100
                    c,USD,2022,100
                    c,USD,2024,400
                    """)));
    Deflation.Deflated deflated = (Deflation.Deflated) indices.deflate("USD", 2024, 2022);
    assertThat(deflated.step().value()).isEqualByComparingTo("0.5");
    assertThat(List.of(deflated.step().why())).containsExactly("b: 100 in 2022 ÷ 200 in 2024");
  }

  private static Ready ready(String from, String day, String to, Optional<Integer> priceYear) {
    return (Ready) convert(from, day, to, priceYear);
  }

  private static String missing(String from, String day, String to) {
    return ((Missing) convert(from, day, to, ANY)).message();
  }

  private static MoneyConversion convert(
      String from, String day, String to, Optional<Integer> priceYear) {
    LocalDate start = LocalDate.parse(day);
    return RATES.convert(from, start, start.plusDays(1), to, priceYear);
  }
}

package com.offgridflow.emission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.offgridflow.activity.Activity;
import com.offgridflow.activity.ActivityKind;
import com.offgridflow.activity.Place;
import com.offgridflow.activity.Unit;
import com.offgridflow.emission.Outcome.Estimated;
import com.offgridflow.emission.Outcome.MissingFactor;
import com.offgridflow.emission.formula.EstimateBasis;
import com.offgridflow.factor.Amounts;
import com.offgridflow.factor.CloudInstances;
import com.offgridflow.factor.Factor;
import com.offgridflow.factor.FactorKind;
import com.offgridflow.factor.FactorLibrary;
import com.offgridflow.factor.ShippedFactors;
import com.offgridflow.factor.Source;
import com.offgridflow.factor.Validity;
import com.offgridflow.rate.ExchangeRate;
import com.offgridflow.rate.ExchangeRates;
import com.offgridflow.rate.PriceIndex;
import com.offgridflow.rate.PriceIndices;
import com.offgridflow.rate.Rates;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A factor of 0.5 kg CO2e per dollar of 2022, made up; expected values by hand. */
class SpendByRatesTest {
  private static final LocalDate DAY = LocalDate.of(2024, 5, 3);
  private static final ExchangeRates EXCHANGE =
      new ExchangeRates(List.of(rate(DAY, "1.25"), rate(DAY.plusDays(3), "1.5")));
  private static final PriceIndices PRICES =
      new PriceIndices(
          List.of(
              new PriceIndex(
                  "US CPI",
                  "USD",
                  new TreeMap<>(Map.of(2022, new BigDecimal(300), 2024, new BigDecimal(312))))));

  /** 100 EUR × 1.25 × 300 ÷ 312 × 0.5 = 60.0961538461... kg. */
  @Test
  void shouldExchangeAndDeflateWhatWasSpent() {
    Estimated estimated = (Estimated) estimate(new Rates(EXCHANGE, PRICES), DAY, "EUR");
    assertThat(kg(estimated))
        .isCloseTo(new BigDecimal("60.0961538461538"), within(new BigDecimal("1e-12")));
    assertThat(estimated.emissions().get(0).derivation().steps())
        .extracting(Step::name)
        .contains("exchange rate", "deflation");
    assertThat(estimated.gaps()).isEmpty();
  }

  /** 100 × 1.5 × 300 ÷ 312 × 0.5 = 72.115384...: the plan of another day is not taken. */
  @Test
  void shouldTakeEachDaysOwnRate() {
    EmissionCalculator calculator = calculator(new Rates(EXCHANGE, PRICES));
    calculator.estimate(spent(DAY, "EUR"));
    Estimated later = (Estimated) calculator.estimate(spent(DAY.plusDays(3), "EUR"));
    assertThat(kg(later))
        .isCloseTo(new BigDecimal("72.1153846153846"), within(new BigDecimal("1e-12")));
  }

  /** 100 USD × 0.5 = 50 kg, in dollars that are not the factor's. */
  @Test
  void shouldFlagWhatIsNotDeflated() {
    Rates withoutPrices = new Rates(EXCHANGE, new PriceIndices(List.of()));
    Estimated estimated = (Estimated) estimate(withoutPrices, DAY, "USD");
    assertThat(kg(estimated)).isEqualByComparingTo("50");
    assertThat(estimated.gaps())
        .containsExactly(
            "not deflated: no price index brings USD of 2024 to prices of 2022; none is loaded for"
                + " USD");
    assertThat(estimated.emissions().get(0).derivation().steps())
        .as("nothing stands in for the index")
        .extracting(Step::name)
        .doesNotContain("deflation", "price ratio");
  }

  @Test
  void shouldNotEstimateWithoutARate() {
    MissingFactor missing = (MissingFactor) estimate(Rates.NONE, DAY, "EUR");
    assertThat(missing.message())
        .isEqualTo(
            "no exchange rate of USD on 2024-05-03; none are loaded: import the ECB's"
                + " eurofxref-hist.csv; or tell details.exchange_rate");
  }

  private static BigDecimal kg(Estimated estimated) {
    return estimated.emissions().get(0).gases().co2e();
  }

  private static Outcome estimate(Rates rates, LocalDate day, String currency) {
    return calculator(rates).estimate(spent(day, currency));
  }

  private static Activity spent(LocalDate day, String currency) {
    return Sample.of(ActivityKind.PURCHASED_GOODS, "541511", "100", currency)
        .on(day)
        .at(new Place("", "", "", "US", ""));
  }

  private static EmissionCalculator calculator(Rates rates) {
    Factor factor =
        new Factor(
            "software",
            FactorKind.SPEND,
            "541511",
            "US",
            Validity.ALWAYS,
            Unit.of("USD").orElseThrow(),
            Factor.KG_CO2E,
            Amounts.of(new BigDecimal("0.5")),
            Optional.empty(),
            Optional.of(2022),
            "",
            new Source("P", "E", "T", "R", "L"),
            "");
    return new EmissionCalculator(
        new EstimateBasis(
            new FactorLibrary(List.of(factor)),
            new CloudInstances(List.of()),
            ShippedFactors.gridZones(),
            ShippedFactors.gwp("AR6"),
            EstimateBasis.HUB_PROFILE,
            rates));
  }

  private static ExchangeRate rate(LocalDate day, String perEuro) {
    return new ExchangeRate("USD", day, new BigDecimal(perEuro));
  }
}

package com.offgridflow.emission.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.offgridflow.activity.ActivityKind;
import com.offgridflow.activity.Place;
import com.offgridflow.activity.Unit;
import com.offgridflow.emission.Calculation;
import com.offgridflow.emission.Outcome;
import com.offgridflow.emission.Step;
import com.offgridflow.factor.CloudInstances;
import com.offgridflow.factor.FactorLibrary;
import com.offgridflow.factor.ShippedFactors;
import com.offgridflow.rate.ExchangeRate;
import com.offgridflow.rate.ExchangeRates;
import com.offgridflow.rate.PriceIndices;
import com.offgridflow.rate.Rates;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChainMoneyTest {
  private static final LocalDate DAY = LocalDate.of(2024, 5, 3);
  private static final Rates RATES =
      new Rates(
          new ExchangeRates(List.of(new ExchangeRate("USD", DAY, new BigDecimal("1.25")))),
          new PriceIndices(List.of()));

  @Test
  void shouldNoteTheRateAsAStep() {
    Chain chain = chain(RATES);

    BigDecimal rate = chain.takeMoney(unit("EUR"), unit("USD"), Optional.empty());

    assertThat(rate).isEqualByComparingTo("1.25");
    Calculation calculation = chain.calculation("kg = money × exchange rate");
    assertThat(calculation.steps())
        .containsExactly(
            new Step(
                "exchange rate",
                new BigDecimal("1.25"),
                "USD/EUR",
                "",
                "ECB reference rate of 2024-05-03"));
    assertThat(chain.gaps()).isEmpty();
  }

  @Test
  void shouldFlagMoneyThatIsNotDeflatedWithItsSiblings() {
    Chain chain = chain(RATES);

    BigDecimal rate = chain.sibling().takeMoney(unit("USD"), unit("USD"), Optional.of(2022));

    assertThat(rate).isEqualByComparingTo("1");
    assertThat(chain.gaps()).hasSize(1);
    assertThat(chain.gaps().get(0)).startsWith("not deflated: no price index brings USD of 2024");
  }

  @Test
  void shouldBeAnOutcomeThatNamesTheCurrencyWithoutRate() {
    assertThatThrownBy(() -> chain(RATES).takeMoney(unit("CHF"), unit("USD"), Optional.empty()))
        .isInstanceOfSatisfying(
            Unplannable.class,
            e -> {
              assertThat(e.outcome()).isInstanceOf(Outcome.MissingFactor.class);
              assertThat(e.outcome().message())
                  .isEqualTo(
                      "no exchange rate of CHF on 2024-05-03; loaded are USD; or tell"
                          + " details.exchange_rate");
            });
  }

  @Test
  void shouldBeAnOutcomeThatNamesWhatIsNoCurrency() {
    Unit wrong = Unit.named("EUX");
    assertThatThrownBy(() -> chain(RATES).takeMoney(wrong, unit("USD"), Optional.empty()))
        .isInstanceOfSatisfying(
            Unplannable.class,
            e ->
                assertThat(e.outcome().message())
                    .isEqualTo(
                        "purchased-goods, currency: 'EUX' should be a currency of ISO 4217, such as"
                            + " EUR"));
  }

  private static Chain chain(Rates rates) {
    Ask ask =
        new Ask(
            ActivityKind.ofCode("purchased-goods").orElseThrow(),
            "",
            new Place("", "", "", "", ""),
            unit("EUR"),
            DAY,
            "",
            Map.of());
    return new Chain(
        new EstimateBasis(
            new FactorLibrary(List.of()),
            new CloudInstances(List.of()),
            ShippedFactors.gridZones(),
            ShippedFactors.gwp("AR6"),
            EstimateBasis.HUB_PROFILE,
            rates),
        ask);
  }

  private static Unit unit(String symbol) {
    return Unit.of(symbol).orElseThrow();
  }
}

package com.offgridflow.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.BigRange;

/** What holds for any two units of one dimension, by the definition of a unit. */
class UnitPropertiesTest {
  private static final MathContext ROUGHLY = new MathContext(30);

  @Property
  void shouldComeBackFromAnyUnitThatItConvertsTo(
      @ForAll("units") Unit from,
      @ForAll("units") Unit to,
      @ForAll @BigRange(min = "-1e12", max = "1e12") BigDecimal amount) {
    Quantity there = new Quantity(amount, from);
    there
        .to(to)
        .flatMap(quantity -> quantity.to(from))
        .ifPresent(
            back ->
                assertThat(back.amount().round(ROUGHLY))
                    .isEqualByComparingTo(amount.round(ROUGHLY)));
  }

  @Property
  void shouldConvertBothWaysOrNeither(@ForAll("units") Unit from, @ForAll("units") Unit to) {
    assertThat(from.factorTo(to).isPresent()).isEqualTo(to.factorTo(from).isPresent());
  }

  @Property
  void shouldConvertAlikeByWayOfAThirdUnit(
      @ForAll("units") Unit a, @ForAll("units") Unit b, @ForAll("units") Unit c) {
    a.factorTo(b)
        .flatMap(ab -> b.factorTo(c).map(ab::multiply))
        .ifPresent(
            byB ->
                assertThat(byB.round(ROUGHLY))
                    .isEqualByComparingTo(a.factorTo(c).orElseThrow().round(ROUGHLY)));
  }

  @Provide
  Arbitrary<Unit> units() {
    return Arbitraries.of(Unit.symbols()).map(symbol -> Unit.of(symbol).orElseThrow());
  }
}

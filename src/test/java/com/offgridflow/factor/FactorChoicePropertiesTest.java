package com.offgridflow.factor;

import static org.assertj.core.api.Assertions.assertThat;

import com.offgridflow.activity.Unit;
import com.offgridflow.factor.FactorChoice.Chosen;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for the choice among any factors. */
class FactorChoicePropertiesTest {
  private static final List<String> PLACES = List.of("zone", "US-CA", "US", "world");

  @Property
  void shouldNotDependOnTheOrderOfTheTables(
      @ForAll("libraries") List<Factor> factors,
      @ForAll("days") LocalDate day,
      @ForAll Random random) {
    List<Factor> shuffled = new ArrayList<>(factors);
    Collections.shuffle(shuffled, random);
    assertThat(choose(shuffled, day)).isEqualTo(choose(factors, day));
  }

  @Property
  void shouldTakeTheNarrowestPlaceThatHasAFactorPerTheUnitByThatDay(
      @ForAll("libraries") List<Factor> factors, @ForAll("days") LocalDate day) {
    if (choose(factors, day) instanceof Chosen chosen) {
      int rung = PLACES.indexOf(chosen.factor().place());
      assertThat(factors)
          .filteredOn(f -> !f.perUnit().symbol().equals("kg"))
          .filteredOn(f -> !f.validity().startsAfter(day))
          .allMatch(f -> PLACES.indexOf(f.place()) >= rung);
    }
  }

  @Property
  void shouldNeverTakeAFactorThatStartsLater(
      @ForAll("libraries") List<Factor> factors, @ForAll("days") LocalDate day) {
    if (choose(factors, day) instanceof Chosen chosen) {
      assertThat(chosen.factor().validity().startsAfter(day)).isFalse();
      assertThat(chosen.factor().perUnit().symbol()).isIn("kWh", "MWh");
    }
  }

  @Property
  void shouldChooseAlikeOnDaysOfOneEra(
      @ForAll("libraries") List<Factor> factors,
      @ForAll("days") LocalDate one,
      @ForAll("days") LocalDate other) {
    FactorLibrary library = new FactorLibrary(factors);
    if (library.era(one) == library.era(other)
        && choose(factors, one) instanceof Chosen first
        && choose(factors, other) instanceof Chosen second) {
      assertThat(first).isEqualTo(second);
    }
  }

  private static FactorChoice choose(List<Factor> factors, LocalDate day) {
    return new FactorLibrary(factors)
        .choose(new FactorQuery("kind", "", PLACES, day, Unit.of("kWh")));
  }

  @Provide
  Arbitrary<LocalDate> days() {
    return Arbitraries.integers()
        .between(0, 12 * 365)
        .map(days -> LocalDate.of(2016, 1, 1).plusDays(days));
  }

  @Provide
  Arbitrary<List<Factor>> libraries() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 10_000),
            Arbitraries.of(PLACES),
            Arbitraries.integers().between(2018, 2025),
            Arbitraries.integers().between(1, 3),
            Arbitraries.of("kWh", "MWh", "kg"))
        .as(FactorChoicePropertiesTest::factor)
        .list()
        .ofMaxSize(12)
        .uniqueElements(Factor::id);
  }

  private static Factor factor(int id, String place, int year, int years, String per) {
    return new Factor(
        "f" + id,
        "kind",
        "",
        place,
        new Validity(
            Optional.of(LocalDate.of(year, 1, 1)), Optional.of(LocalDate.of(year + years, 1, 1))),
        Unit.of(per).orElseThrow(),
        Factor.KG_CO2E,
        Amounts.of(BigDecimal.ONE),
        "",
        new Source("P", "E", "T", "R", "L"),
        "");
  }
}

package com.offgridflow.emission.formula;

import static com.offgridflow.activity.ActivityKind.BUSINESS_TRAVEL;
import static com.offgridflow.activity.ActivityKind.FREIGHT_UPSTREAM;
import static com.offgridflow.activity.ActivityKind.FUGITIVE_SCREENING;
import static com.offgridflow.activity.ActivityKind.PROCESS_STEEL;
import static com.offgridflow.activity.ActivityKind.PURCHASED_GOODS;
import static com.offgridflow.activity.ActivityKind.STATIONARY_COMBUSTION;
import static com.offgridflow.activity.ActivityKind.WASTE;
import static org.assertj.core.api.Assertions.assertThat;

import com.offgridflow.emission.Booked;
import com.offgridflow.emission.Emission;
import com.offgridflow.emission.EmissionCalculator;
import com.offgridflow.emission.Gases;
import com.offgridflow.emission.Illustrative;
import com.offgridflow.factor.GwpSet;
import com.offgridflow.factor.ShippedFactors;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every formula, whatever the amount; amounts come from a seeded generator. */
class FormulaPropertiesTest {
  private static final LocalDate DAY = LocalDate.of(2025, 7, 1);
  private static final GwpSet GWP = ShippedFactors.gwp("AR6");
  private static final EmissionCalculator CALCULATOR = new Illustrative().besideShipped("AR6");

  /** An activity, and another unit of it with what one of its unit is in that, by definition. */
  record Sample(Booked booked, String otherUnit, String factor) {
    @Override
    public String toString() {
      return booked.kind().code() + " " + booked.subject();
    }
  }

  static Stream<Sample> samples() {
    Random random = new Random(7);
    return Stream.of(
            new Sample(of(STATIONARY_COMBUSTION, "natural-gas", "kWh"), "MWh", "0.001"),
            new Sample(of(WASTE, "mixed-plastics/landfill", "t"), "kg", "1000"),
            new Sample(
                of(BUSINESS_TRAVEL, "air/long-haul/economy", "passenger-km"), "passenger-km", "1"),
            new Sample(
                of(FREIGHT_UPSTREAM, "hgv/rigid", "t").told("distance_km", "120"), "kg", "1000"),
            new Sample(
                of(FUGITIVE_SCREENING, "R-407C", "kg").told("equipment", "chiller"), "g", "1000"),
            new Sample(of(PROCESS_STEEL, "coke", "t").told("flow", "input"), "kg", "1000"),
            new Sample(of(PURCHASED_GOODS, "541511", "USD").in("US"), "USD", "1"))
        .map(sample -> sized(sample, random));
  }

  private static Booked of(
      com.offgridflow.activity.ActivityKind kind, String subject, String unit) {
    return Booked.of(kind, subject, "1", unit).on(DAY);
  }

  private static Sample sized(Sample sample, Random random) {
    BigDecimal amount = BigDecimal.valueOf(random.nextLong(1, 1_000_000_000), 3);
    String unit = sample.booked().quantity().unit().symbol();
    return new Sample(sample.booked().amounting(amount, unit), sample.otherUnit(), sample.factor());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void shouldDoubleWithTheQuantity(Sample sample) {
    BigDecimal twice = amount(sample).add(amount(sample));
    assertSame(kg(resized(sample, twice)), kg(sample.booked()).multiply(new BigDecimal(2)));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void shouldNotDependOnTheUnit(Sample sample) {
    BigDecimal other = amount(sample).multiply(new BigDecimal(sample.factor()));
    assertSame(kg(sample.booked().amounting(other, sample.otherUnit())), kg(sample.booked()));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void shouldAddUpOverTheDaysOfAPeriod(Sample sample) {
    BigDecimal first = amount(sample).multiply(new BigDecimal("0.37"));
    BigDecimal rest = amount(sample).subtract(first);
    BigDecimal split =
        kg(resized(sample, first)).add(kg(resized(sample, rest).on(DAY.plusDays(9))));
    assertSame(split, kg(sample.booked()));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void shouldTotalTheGasesByTheirWarmingPotential(Sample sample) {
    List<Emission> byGas =
        Illustrative.emissions(CALCULATOR, sample.booked()).stream()
            .filter(emission -> emission.gwpSet().equals("AR6"))
            .toList();
    for (Emission emission : byGas) {
      assertSame(weighed(emission.gases()), emission.kgCo2e());
    }
  }

  private static BigDecimal weighed(Gases gases) {
    BigDecimal sum = gases.co2().orElse(BigDecimal.ZERO);
    sum = sum.add(gases.ch4().orElse(BigDecimal.ZERO).multiply(GWP.ch4()));
    sum = sum.add(gases.n2o().orElse(BigDecimal.ZERO).multiply(GWP.n2o()));
    for (var gas : gases.otherGases().entrySet()) {
      sum = sum.add(gas.getValue().multiply(GWP.gwp(gas.getKey()).orElseThrow()));
    }
    return sum;
  }

  private static BigDecimal amount(Sample sample) {
    return sample.booked().quantity().amount();
  }

  private static Booked resized(Sample sample, BigDecimal amount) {
    return sample.booked().amounting(amount, sample.booked().quantity().unit().symbol());
  }

  private static BigDecimal kg(Booked booked) {
    return Illustrative.kg(CALCULATOR, booked);
  }

  /** Products are rounded at the thirtieth decimal. */
  private static void assertSame(BigDecimal actual, BigDecimal expected) {
    assertThat(actual.setScale(15, RoundingMode.HALF_EVEN))
        .isEqualByComparingTo(expected.setScale(15, RoundingMode.HALF_EVEN));
  }
}

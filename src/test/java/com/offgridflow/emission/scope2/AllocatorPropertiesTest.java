package com.offgridflow.emission.scope2;

import static com.offgridflow.emission.scope2.Instruments.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for whatever instruments and activities there are. */
class AllocatorPropertiesTest {
  /** More than the proportions of a few pools can cut off, 1e-9 kWh each. */
  private static final BigDecimal CUT = new BigDecimal("0.0000001");

  private static final String[] SITES = {"Aachen", "Berlin", "Bonn", "Celle"};

  static List<Long> seeds() {
    return new Random(20241121).longs(100).boxed().toList();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void shouldAllocateTheLesserOfVolumeAndConsumptionToTheLastDigit(long seed) {
    Random random = new Random(seed);
    List<Instrument> market = unbound(random);
    List<Consumption> activities = activities(random);

    Allocation allocation = Allocator.allocate(market, activities, TODAY);

    BigDecimal volume = sum(market.stream().map(i -> i.volumeKwh().orElseThrow()).toList());
    BigDecimal consumption = sum(activities.stream().map(Consumption::kwh).toList());
    BigDecimal allocated =
        sum(allocation.uses().stream().map(InstrumentUse::allocatedKwh).toList());
    assertThat(allocated).isEqualByComparingTo(volume.min(consumption));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void shouldAccountForEachActivityAndNeverOverdrawAnInstrument(long seed) {
    Random random = new Random(seed);
    List<Instrument> instruments = mixed(random);
    List<Consumption> activities = activities(random);

    Allocation allocation = Allocator.allocate(instruments, activities, TODAY);

    assertThat(allocation.covers()).hasSameSizeAs(activities);
    for (Cover cover : allocation.covers()) {
      BigDecimal covered = sum(cover.shares().stream().map(Share::kwh).toList());
      assertThat(covered.add(cover.rest())).isEqualByComparingTo(cover.consumption().kwh());
      assertThat(cover.rest().signum()).isNotNegative();
      assertThat(cover.shares()).allSatisfy(s -> assertThat(s.kwh().signum()).isPositive());
    }
    assertThat(allocation.uses())
        .allSatisfy(
            use ->
                assertThat(use.remainingKwh().map(BigDecimal::signum).orElse(0)).isNotNegative());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void shouldCoverAsMuchOfASiteWhenPeriodsAreSplit(long seed) {
    Random random = new Random(seed);
    List<Instrument> instruments = mixed(random);
    List<Consumption> activities = activities(random);

    Map<String, BigDecimal> whole = restBySite(Allocator.allocate(instruments, activities, TODAY));
    Map<String, BigDecimal> split =
        restBySite(Allocator.allocate(instruments, split(activities), TODAY));

    assertThat(split.keySet()).isEqualTo(whole.keySet());
    whole.forEach((site, rest) -> assertThat(split.get(site)).isCloseTo(rest, within(CUT)));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void shouldCoverTwiceAsMuchOfTwiceAsMuch(long seed) {
    Random random = new Random(seed);
    List<Instrument> instruments = mixed(random);
    List<Consumption> activities = activities(random);

    Map<String, BigDecimal> once = restBySite(Allocator.allocate(instruments, activities, TODAY));
    Map<String, BigDecimal> twice =
        restBySite(
            Allocator.allocate(
                instruments.stream().map(AllocatorPropertiesTest::twice).toList(),
                activities.stream().map(c -> times(c, "2", c.activity(), 0)).toList(),
                TODAY));

    once.forEach(
        (site, rest) ->
            assertThat(twice.get(site))
                .isCloseTo(rest.multiply(BigDecimal.valueOf(2)), within(CUT)));
  }

  private static Offset<BigDecimal> within(BigDecimal offset) {
    return Offset.offset(offset);
  }

  private static List<Instrument> unbound(Random random) {
    List<Instrument> instruments = new ArrayList<>();
    for (int i = 0; i < 1 + random.nextInt(6); i++) {
      instruments.add(Instruments.certificate("i" + i, kwh(random, 3000)));
    }
    return instruments;
  }

  /** Some for the market, some for a site, a rate for a supplier; of the second, never too much. */
  private static List<Instrument> mixed(Random random) {
    List<Instrument> instruments = unbound(random);
    for (String facility : List.of("Berlin", "Bonn")) {
      instruments.add(Instruments.contract("ppa-" + facility, kwh(random, 50), facility));
    }
    if (random.nextBoolean()) {
      instruments.add(Instruments.supplierRate("rate", "Stadtwerke", "0.25"));
    }
    return instruments;
  }

  private static List<Consumption> activities(Random random) {
    List<Consumption> activities = new ArrayList<>();
    for (int id = 0; id < 40; id++) {
      Site site =
          new Site(SITES[id % SITES.length], "", id % 3 == 0 ? "Stadtwerke" : "", "DE", "DE");
      LocalDate day = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(350));
      activities.add(
          new Consumption(
              id, "r" + id, Carrier.ELECTRICITY, new BigDecimal(kwh(random, 400)), day, site));
    }
    return activities;
  }

  /** Each activity as a quarter and three quarters, the second a week later. */
  private static List<Consumption> split(List<Consumption> activities) {
    List<Consumption> parts = new ArrayList<>();
    for (Consumption c : activities) {
      parts.add(times(c, "0.25", c.activity(), 0));
      parts.add(times(c, "0.75", c.activity() + 1000, 7));
    }
    return parts;
  }

  private static Consumption times(Consumption c, String factor, long id, int later) {
    return new Consumption(
        id,
        "r" + id,
        c.carrier(),
        c.kwh().multiply(new BigDecimal(factor)),
        c.day().plusDays(later),
        c.site());
  }

  private static Instrument twice(Instrument i) {
    return new Instrument(
        i.id(),
        i.type(),
        i.carrier(),
        i.volumeKwh().map(v -> v.multiply(BigDecimal.valueOf(2))),
        i.use(),
        i.generated(),
        i.market(),
        i.technology(),
        i.rate(),
        i.binding(),
        i.tracking());
  }

  private static Map<String, BigDecimal> restBySite(Allocation allocation) {
    return allocation.covers().stream()
        .collect(
            Collectors.toMap(
                c -> c.consumption().site().facility() + c.consumption().site().supplier(),
                Cover::rest,
                BigDecimal::add));
  }

  private static String kwh(Random random, int most) {
    return 1 + random.nextInt(most) + "." + random.nextInt(1000);
  }

  private static BigDecimal sum(List<BigDecimal> values) {
    return values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}

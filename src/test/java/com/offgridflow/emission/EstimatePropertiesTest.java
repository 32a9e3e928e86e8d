package com.offgridflow.emission;

import static org.assertj.core.api.Assertions.assertThat;

import com.offgridflow.activity.ActivityKind;
import com.offgridflow.activity.Place;
import com.offgridflow.activity.Unit;
import com.offgridflow.emission.Outcome.Estimated;
import com.offgridflow.emission.formula.EstimateBasis;
import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.BigRange;

/** What holds for every estimate, whatever its formula and factors. */
class EstimatePropertiesTest {
  private static final EmissionCalculator CALCULATOR =
      new EmissionCalculator(EstimateBasis.shipped());

  /** Something to estimate, but for its quantity; units that mean the same beside each other. */
  record Kind(ActivityKind kind, String subject, Place place, List<String> units) {}

  private static final List<Kind> KINDS =
      List.of(
          new Kind(
              ActivityKind.ELECTRICITY,
              "",
              new Place("", "", "", "DE", ""),
              List.of("kWh", "MWh", "GJ", "mmBtu")),
          new Kind(
              ActivityKind.ELECTRICITY,
              "",
              new Place("", "", "02139", "US", ""),
              List.of("kWh", "GWh", "MJ")),
          new Kind(
              ActivityKind.STATIONARY_COMBUSTION,
              "natural-gas",
              new Place("", "", "", "US", ""),
              List.of("therm", "mmBtu", "Dth", "GJ", "kWh")),
          new Kind(
              ActivityKind.STATIONARY_COMBUSTION,
              "distillate-fuel-oil-no-2",
              new Place("", "", "", "US", ""),
              List.of("gal", "L", "m3", "bbl", "imp-gal")),
          new Kind(
              ActivityKind.CLOUD_STORAGE_SSD,
              "ec2_ebs_volume",
              new Place("aws", "eu-central-1", "", "", ""),
              List.of("TB-h", "GB-h", "GiB-h", "GB-month")),
          new Kind(
              ActivityKind.CLOUD_MEMORY,
              "m5.large",
              new Place("aws", "eu-central-1", "", "", ""),
              List.of("GiB-h", "GB-h", "B-s")),
          new Kind(
              ActivityKind.CLOUD_NETWORK,
              "",
              new Place("gcp", "europe-west1", "", "", ""),
              List.of("GB", "GiB", "TiB", "B")),
          new Kind(
              ActivityKind.CLOUD_COMPUTE,
              "m5.large",
              new Place("aws", "us-east-1", "", "", ""),
              List.of("vCPU-h", "vCPU-s")));

  @Property
  void shouldDoubleWithTheQuantity(
      @ForAll("kinds") Kind kind, @ForAll @BigRange(min = "-1e6", max = "1e6") BigDecimal amount) {
    BigDecimal once = kg(kind, kind.units().get(0), amount);
    BigDecimal twice = kg(kind, kind.units().get(0), amount.multiply(BigDecimal.valueOf(2)));
    assertAlike(twice, once.multiply(BigDecimal.valueOf(2)));
  }

  @Property
  void shouldNotDependOnTheUnit(
      @ForAll("kindsWithUnit") KindWithUnit other,
      @ForAll @BigRange(min = "-1e6", max = "1e6") BigDecimal amount) {
    Kind kind = other.kind();
    Unit first = unit(kind.units().get(0));
    BigDecimal same = amount.multiply(first.factorTo(unit(other.unit())).orElseThrow());
    assertAlike(kg(kind, other.unit(), same), kg(kind, kind.units().get(0), amount));
  }

  @Property
  void shouldBeTheSumOfItsParts(
      @ForAll("kinds") Kind kind,
      @ForAll @BigRange(min = "0", max = "1e6") BigDecimal part,
      @ForAll @BigRange(min = "0", max = "1e6") BigDecimal rest) {
    String unit = kind.units().get(0);
    assertAlike(kg(kind, unit, part.add(rest)), kg(kind, unit, part).add(kg(kind, unit, rest)));
  }

  /** AR6 over 100 years: CH4 27.9, N2O 273. */
  @Property
  void shouldWeighToTheSumOfTheGases(
      @ForAll("kinds") Kind kind, @ForAll @BigRange(min = "0", max = "1e6") BigDecimal amount) {
    for (Emission emission : emissions(kind, kind.units().get(0), amount)) {
      Gases gases = emission.gases();
      if (gases.co2().isPresent()) {
        BigDecimal ch4 = gases.ch4().orElseThrow().multiply(new BigDecimal("27.9"));
        BigDecimal n2o = gases.n2o().orElseThrow().multiply(new BigDecimal("273"));
        assertAlike(gases.co2e(), gases.co2().get().add(ch4).add(n2o));
      }
    }
  }

  private static void assertAlike(BigDecimal actual, BigDecimal expected) {
    assertThat(actual.subtract(expected).abs())
        .isLessThanOrEqualTo(
            expected.abs().multiply(new BigDecimal("1e-20")).add(new BigDecimal("1e-20")));
  }

  private static BigDecimal kg(Kind kind, String unit, BigDecimal amount) {
    return emissions(kind, unit, amount).stream()
        .map(emission -> emission.gases().co2e())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static List<Emission> emissions(Kind kind, String unit, BigDecimal amount) {
    Sample sample = Sample.of(kind.kind(), kind.subject(), amount.toPlainString(), unit);
    return ((Estimated) CALCULATOR.estimate(sample.at(kind.place()))).emissions();
  }

  private static Unit unit(String symbol) {
    return Unit.of(symbol).orElseThrow();
  }

  @Provide
  Arbitrary<Kind> kinds() {
    return Arbitraries.of(KINDS);
  }

  record KindWithUnit(Kind kind, String unit) {}

  @Provide
  Arbitrary<KindWithUnit> kindsWithUnit() {
    return kinds()
        .flatMap(kind -> Arbitraries.of(kind.units()).map(unit -> new KindWithUnit(kind, unit)));
  }
}

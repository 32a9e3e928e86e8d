package com.offgridflow.factor;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ShippedFactorsTest {
  private static final List<Factor> FACTORS = ShippedFactors.factors();

  @Test
  void shouldGiveEveryFactorAnIdOfItsOwn() {
    assertThat(FACTORS).extracting(Factor::id).doesNotHaveDuplicates();
    assertThat(new FactorLibrary(FACTORS).stream()).hasSize(FACTORS.size());
  }

  @Test
  void shouldNameSourceOfEveryFactor() {
    assertThat(FACTORS)
        .allSatisfy(
            f ->
                assertThat(
                        Stream.of(
                            f.source().publisher(),
                            f.source().edition(),
                            f.source().table(),
                            f.source().row(),
                            f.source().licence()))
                    .noneMatch(String::isBlank));
  }

  /** A unit must never decide between two figures: of a kind, subject and place at a time. */
  @Test
  void shouldNotAnswerAQuestionTwice() {
    Map<List<String>, List<Factor>> alike =
        FACTORS.stream().collect(groupingBy(f -> List.of(f.kind(), f.subject(), f.place())));
    for (List<Factor> factors : alike.values()) {
      for (Factor one : factors) {
        assertThat(factors).filteredOn(other -> rivals(one, other)).isEmpty();
      }
    }
  }

  private static boolean rivals(Factor one, Factor other) {
    return one != other
        && one.perUnit().factorTo(other.perUnit()).isPresent()
        && one.source().publisher().equals(other.source().publisher())
        && one.validity().covers(other.validity().from().orElse(LocalDate.MIN));
  }

  @Test
  void shouldNotShipANegativeFigure() {
    assertThat(FACTORS)
        .allSatisfy(
            f ->
                assertThat(
                        Stream.of(
                                f.amounts().value(),
                                f.amounts().co2(),
                                f.amounts().ch4(),
                                f.amounts().n2o(),
                                f.amounts().biogenicCo2())
                            .flatMap(Optional::stream))
                    .allMatch(amount -> amount.signum() >= 0));
  }

  @Test
  void shouldFlagProcessorsThatWereNotMeasured() {
    assertThat(FACTORS)
        .filteredOn(f -> f.kind().equals(FactorKind.MIN_WATTS))
        .filteredOn(f -> f.subject().matches("AWS Graviton.*|AMD EPYC 5th Gen"))
        .hasSizeGreaterThanOrEqualTo(6)
        .noneMatch(f -> f.note().isEmpty());
  }

  @Test
  void shouldKnowTypesHoweverBillsWriteThem() {
    CloudInstances instances = ShippedFactors.instances();
    assertThat(instances.find("azure", "Standard_D2s_v5"))
        .isEqualTo(instances.find("azure", "D2s v5"))
        .isPresent();
    assertThat(instances.find("AWS", "m5.large")).isPresent();
    assertThat(instances.find("aws", "m99.large")).isEmpty();
  }

  @Test
  void shouldMapZipCodesToSubregionsMainOneFirst() {
    GridZones zones = ShippedFactors.gridZones();
    assertThat(zones.ofZip("02139")).containsExactly("NEWE");
    assertThat(zones.ofZip("02139-4307")).containsExactly("NEWE");
    assertThat(zones.ofZip("00019")).containsExactly("CAMX", "NWPP");
    assertThat(zones.ofZip("00001")).isEmpty();
    assertThat(zones.ofZip("99999")).isEmpty();
    assertThat(zones.ofZip("K1A 0B1")).isEmpty();
  }

  /** IPCC AR6 WG1 table 7.15 and 7.SM.7; AR5 WG1 table 8.A.1. */
  @Test
  void shouldShipWarmingPotentialsOfTheAssessments() {
    GwpSet ar6 = ShippedFactors.gwp("AR6");
    assertThat(ar6.ch4()).isEqualByComparingTo("27.9");
    assertThat(ar6.n2o()).isEqualByComparingTo("273");
    assertThat(ShippedFactors.gwp("AR5").ch4()).isEqualByComparingTo("28");
    assertThat(ShippedFactors.gwp("AR5").n2o()).isEqualByComparingTo("265");
  }
}

package com.offgridflow.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shipped global warming potentials against openclimatedata's and EPA's files. */
class GwpTableTest {
  private static final Map<String, String> SETS =
      Map.of(
          "SAR", "SARGWP100",
          "TAR", "TARGWP100",
          "AR4", "AR4GWP100",
          "AR5", "AR5GWP100",
          "AR5-CCF", "AR5CCFGWP100",
          "AR6", "AR6GWP100");

  /** Names differ, so that the potentials are compared as a bag of numbers. */
  @Test
  void shouldCarryEveryPotentialOfEverySet() throws IOException {
    Originals.require();
    List<CSVRecord> rows =
        Originals.withHeader("factors/gwp-openclimatedata/globalwarmingpotentials.csv");
    assertThat(rows).hasSizeGreaterThan(100);
    SETS.forEach(
        (set, column) -> {
          List<BigDecimal> published = column(rows, column);
          assertThat(published).as(set).hasSizeGreaterThan(25);
          assertThat(numbers(set)).as(set).containsAll(counts(published).keySet());
          counts(published)
              .forEach(
                  (number, often) ->
                      assertThat(counts(numbers(set)).get(number))
                          .as(set + " " + number)
                          .isGreaterThanOrEqualTo(often));
        });
  }

  /** EPA's list adds gases to AR4, AR5 and AR6; its other potentials are the same numbers. */
  @Test
  void shouldCarryEveryPotentialOfEpasList() throws IOException {
    Originals.require();
    for (String set : List.of("AR4", "AR5", "AR6")) {
      List<BigDecimal> published =
          Originals.withHeader("factors/gwp-epa-lciafmt/IPCC_GWP_values.csv").stream()
              .filter(row -> row.get("AR").equals(set) && row.get("Parameter").equals("GWP100"))
              .filter(row -> !row.get("Formula").equals("0"))
              .map(row -> new BigDecimal(row.get("Value")).stripTrailingZeros())
              .toList();
      assertThat(numbers(set)).as(set).containsAll(published);
      assertThat(numbers(set)).as(set).hasSizeGreaterThanOrEqualTo(published.size());
    }
  }

  /**
   * IPCC SAR WG1 table 2.14 (CH4 21, N2O 310, SF6 23,900), AR4 WG1 table 2.14, AR5 WG1 table 8.A.1
   * and (with feedback) 8.7, AR6 WG1 tables 7.15 and 7.SM.7.
   */
  @ParameterizedTest
  @CsvSource({
    "SAR, CH4, 21",
    "SAR, SF6, 23900",
    "TAR, N2O, 296",
    "AR4, CH4, 25",
    "AR4, HFC-134a, 1430",
    "AR4, NF3, 17200",
    "AR5, CH4, 28",
    "AR5, CH4-fossil, 30",
    "AR5, HFC-32, 677",
    "AR5, PFC-14, 6630",
    "AR5, HFO-1234yf, 1",
    "AR5-CCF, CH4, 34",
    "AR5-CCF, HFC-134a, 1549",
    "AR6, CH4, 27.9",
    "AR6, CH4-fossil, 29.8",
    "AR6, CH4-non-fossil, 27.0",
    "AR6, HFC-134a, 1530",
    "AR6, SF6, 25200",
    "AR6, PFC-318, 10200",
    "AR6, CO2, 1"
  })
  void shouldWeighAGasByItsSet(String set, String gas, BigDecimal gwp) {
    assertThat(ShippedFactors.gwp(set).gwp(gas).orElseThrow()).isEqualByComparingTo(gwp);
  }

  private static List<BigDecimal> numbers(String set) {
    return ShippedFactors.gwp(set).gwps().values().stream()
        .map(BigDecimal::stripTrailingZeros)
        .toList();
  }

  private static List<BigDecimal> column(List<CSVRecord> rows, String column) {
    return rows.stream()
        .map(row -> row.get(column))
        .filter(text -> !text.isEmpty())
        .map(text -> new BigDecimal(text).stripTrailingZeros())
        .toList();
  }

  private static Map<BigDecimal, Long> counts(List<BigDecimal> numbers) {
    return numbers.stream()
        .collect(Collectors.groupingBy(n -> n, TreeMap::new, Collectors.counting()));
  }
}

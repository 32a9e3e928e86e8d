package com.offgridflow.factor;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.commons.csv.CSVRecord;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/**
 * The shipped table of EPA's hub against its sheet: count and sum of every column of every table.
 */
class EpaHubTableTest extends EpaHubTable {
  private static final BigDecimal GRAM = new BigDecimal("0.001");

  @Test
  void shouldCarryTable1() {
    compare(1, 3, BigDecimal.ONE, of("t1:", ":heat"), Amounts::value);
    compare(1, 4, BigDecimal.ONE, of("t1:", ":mmbtu"), FOSSIL_OR_BIOGENIC);
    compare(1, 5, GRAM, of("t1:", ":mmbtu"), Amounts::ch4);
    compare(1, 6, GRAM, of("t1:", ":mmbtu"), Amounts::n2o);
    Collection<Factor> perUnit = of("t1:", ":(short-ton|scf|gal)");
    compare(1, 7, BigDecimal.ONE, perUnit, FOSSIL_OR_BIOGENIC);
    compare(1, 8, GRAM, perUnit, Amounts::ch4);
    compare(1, 9, GRAM, perUnit, Amounts::n2o);
  }

  @Test
  void shouldCarryTable2() {
    compare(2, 3, BigDecimal.ONE, of("t2:", ""), FOSSIL_OR_BIOGENIC);
  }

  @Test
  void shouldCarryTable3OncePerModelYear() {
    compare(3, 4, GRAM, onePerRow("t3:"), Amounts::ch4);
    compare(3, 5, GRAM, onePerRow("t3:"), Amounts::n2o);
    // cars and light trucks 1973 to 2021, heavy vehicles 1960 to 2021, motorcycles 1960 to 2020
    assertThat(of("t3:", "")).hasSize(49 + 49 + 62 + 61);
  }

  @Test
  void shouldCarryTable4OncePerModelYear() {
    compare(4, 5, GRAM, onePerRow("t4:"), Amounts::ch4);
    compare(4, 6, GRAM, onePerRow("t4:"), Amounts::n2o);
    // three diesel vehicles 1960 to 2021, 26 vehicles of other fuels without a model year
    assertThat(of("t4:", "")).hasSize(3 * 62 + 26);
  }

  @Test
  void shouldCarryTable5() {
    compare(5, 4, GRAM, of("t5:", ""), Amounts::ch4);
    compare(5, 5, GRAM, of("t5:", ""), Amounts::n2o);
  }

  @Test
  void shouldCarryTable6InKilograms() {
    Collection<Factor> total = of("t6:", "(?<!baseload)");
    compare(6, 4, POUND, total, Amounts::co2);
    compare(6, 5, POUND, total, Amounts::ch4);
    compare(6, 6, POUND, total, Amounts::n2o);
    Collection<Factor> marginal = of("t6:", ":non-baseload");
    compare(6, 7, POUND, marginal, Amounts::co2);
    compare(6, 8, POUND, marginal, Amounts::ch4);
    compare(6, 9, POUND, marginal, Amounts::n2o);
  }

  @Test
  void shouldCarryTable7ForHeatAndForSteam() {
    for (String kind : List.of("heat", "steam")) {
      compare(7, 3, BigDecimal.ONE, of("t7:", kind), Amounts::co2);
      compare(7, 4, GRAM, of("t7:", kind), Amounts::ch4);
      compare(7, 5, GRAM, of("t7:", kind), Amounts::n2o);
    }
  }

  @Test
  void shouldCarryTables8And10() {
    for (int table : List.of(8, 10)) {
      compare(table, 3, BigDecimal.ONE, of("t" + table + ":", ""), Amounts::co2);
      compare(table, 4, GRAM, of("t" + table + ":", ""), Amounts::ch4);
      compare(table, 5, GRAM, of("t" + table + ":", ""), Amounts::n2o);
    }
  }

  @Test
  void shouldCarryTable9InKilograms() {
    compare(9, 3, TONNE, of("t9:", "/recycling"), Amounts::value);
    compare(9, 4, TONNE, of("t9:", "/landfill"), Amounts::value);
    compare(9, 5, TONNE, of("t9:", "/incineration"), Amounts::value);
    compare(9, 6, TONNE, of("t9:", "/composting"), Amounts::value);
    compare(9, 7, TONNE, of("t9:", "/anaerobic-digestion/dry"), Amounts::value);
    compare(9, 8, TONNE, of("t9:", "/anaerobic-digestion/wet"), Amounts::value);
  }

  private static void compare(
      int table,
      int column,
      BigDecimal scale,
      Collection<Factor> factors,
      Function<Amounts, Optional<BigDecimal>> gas) {
    List<BigDecimal> published = column(table, column);
    List<BigDecimal> carried =
        factors.stream().map(f -> gas.apply(f.amounts()).orElseThrow()).toList();
    String what = "table " + table + ", column " + column;
    assertThat(carried).as(what).hasSameSizeAs(published);
    assertThat(sum(carried))
        .as(what)
        .isCloseTo(sum(published).multiply(scale), Offset.offset(new BigDecimal("1e-9")));
  }

  /** The numbers in a column of a table: rows between its heading and the next. */
  private static List<BigDecimal> column(int table, int column) {
    List<BigDecimal> numbers = new ArrayList<>();
    boolean within = false;
    for (CSVRecord row : sheet) {
      String mark = row.size() > 1 ? row.get(1).strip() : "";
      within = mark.matches("Table \\d+") ? mark.equals("Table " + table) : within;
      if (within && row.size() > column) {
        Originals.figure(row.get(column)).ifPresent(numbers::add);
      }
    }
    return numbers;
  }

  private static List<Factor> of(String prefix, String suffix) {
    return shipped.stream()
        .filter(f -> f.id().matches("epa-hub-2024:" + prefix + ".*" + suffix))
        .toList();
  }

  private static Collection<Factor> onePerRow(String prefix) {
    return of(prefix, "").stream()
        .collect(toMap(f -> f.source().row(), f -> f, (first, second) -> first))
        .values();
  }

  private static BigDecimal sum(List<BigDecimal> numbers) {
    return numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}

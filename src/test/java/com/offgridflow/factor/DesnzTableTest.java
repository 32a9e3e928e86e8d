package com.offgridflow.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/** The shipped table of DESNZ 2025 against the flat file. */
class DesnzTableTest extends DesnzTable {
  @Test
  void shouldReadTheWholeFlatFile() {
    // 8,740 rows of which 1,711 have no figure
    assertThat(flat).hasSize(7029);
  }

  @Test
  void shouldCarryEveryFigureToItsPrintedDigits() {
    int compared = 0;
    for (CSVRecord row : flat) {
      for (Factor factor : byRow.getOrDefault(rowId(row), List.of())) {
        Optional<BigDecimal> carried = carried(factor, row);
        if (carried.isPresent()) {
          assertThat(digits(carried.get())).as(row.toString()).isEqualTo(digits(figure(row)));
          compared++;
        }
      }
    }
    assertThat(compared).isGreaterThan(5000);
  }

  /** Miles stand as km too, cubic metres of water as million litres; all else is carried. */
  @Test
  void shouldLeaveOutOnlyWhatStandsInAnotherUnitToo() {
    Map<String, BigDecimal> perKm = new HashMap<>();
    flat.stream().filter(r -> r.get("UOM").equals("km")).forEach(r -> perKm.put(key(r), figure(r)));
    for (CSVRecord row : flat) {
      if (!byRow.containsKey(rowId(row))) {
        if (row.get("UOM").equals("miles")) {
          BigDecimal mile = perKm.get(key(row)).multiply(new BigDecimal("1.609344"));
          assertThat(mile.subtract(figure(row)).abs()).as(row.toString()).isLessThan(e("0.00003"));
        } else {
          assertThat(row.get("Level 1") + row.get("UOM")).matches("Water.*cubic metres");
        }
      }
    }
  }

  @Test
  void shouldNotCarryAnythingTwice() {
    for (List<Factor> factors : byRow.values()) {
      assertThat(factors).extracting(f -> f.kind() + " " + f.subject()).doesNotHaveDuplicates();
    }
    assertThat(shipped).allMatch(f -> hasIds(f) || f.note().startsWith("quotient of two"));
  }

  /** By sheet and kind, the sums of the totals; the sheets of fuels and heat serve two kinds. */
  @Test
  void shouldSumUpEachSheetAsTheFlatFileDoes() {
    Map<String, BigDecimal> published = new TreeMap<>();
    for (CSVRecord row : flat) {
      if (row.get("GHG/Unit").equals("kg CO2e") && byRow.containsKey(rowId(row))) {
        for (Factor factor : byRow.get(rowId(row))) {
          published.merge(sheet(factor), figure(row), BigDecimal::add);
        }
      }
    }
    Map<String, BigDecimal> carried = new TreeMap<>();
    for (Factor factor : shipped) {
      if (hasIds(factor) && factor.unit().equals(Factor.KG_CO2E)) {
        carried.merge(sheet(factor), digits(co2e(factor)), BigDecimal::add);
      }
    }
    assertThat(carried).hasSameSizeAs(published);
    carried.forEach((s, sum) -> assertThat(sum).as(s).isEqualByComparingTo(published.get(s)));
  }

  private static Optional<BigDecimal> carried(Factor factor, CSVRecord row) {
    Amounts amounts = factor.amounts();
    String what = row.get("GHG/Unit");
    if (row.get("Level 1").equals("Outside of scopes")) {
      return amounts.biogenicCo2();
    }
    return switch (what.replace("kg CO2e of ", "")) {
      case "CO2 per unit" -> amounts.co2();
      case "CH4 per unit" -> amounts.ch4().map(CH4::multiply);
      case "N2O per unit" -> amounts.n2o().map(N2O::multiply);
      case "kg CO2e" -> Optional.of(co2e(factor));
      default -> amounts.value();
    };
  }

  private static boolean hasIds(Factor factor) {
    return IDS.matcher(factor.source().row()).find();
  }

  private static String sheet(Factor factor) {
    return factor.source().table() + " as " + factor.kind();
  }

  private static String rowId(CSVRecord row) {
    return row.get("ID").replaceFirst("_\\d+$", "");
  }

  private static String key(CSVRecord row) {
    return row.stream().skip(1).limit(6).toList() + row.get("GHG/Unit");
  }

  private static BigDecimal figure(CSVRecord row) {
    return Originals.figure(row.get(FIGURE)).orElseThrow();
  }

  private static BigDecimal e(String number) {
    return new BigDecimal(number);
  }
}

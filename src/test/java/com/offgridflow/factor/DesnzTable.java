package com.offgridflow.factor;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;

/**
 * The shipped table of DESNZ 2025 and the flat file, row by row by the flat file's ids; a gas
 * weighs what DESNZ weighs it, CH4 28 and N2O 265 (AR5).
 */
abstract class DesnzTable {
  static final BigDecimal CH4 = BigDecimal.valueOf(28);
  static final BigDecimal N2O = BigDecimal.valueOf(265);
  static final Pattern IDS = Pattern.compile("\\(([0-9_; ]+)\\)$");
  static final String FIGURE = "GHG Conversion Factor 2025";
  static List<CSVRecord> flat;
  static List<Factor> shipped;
  static Map<String, List<Factor>> byRow;

  @BeforeAll
  static void read() throws IOException {
    Originals.require();
    flat =
        Originals.withHeader("factors/desnz-2025/flat_2025.csv").stream()
            .filter(row -> !row.get(FIGURE).isEmpty())
            .toList();
    shipped =
        ShippedFactors.tables().stream().filter(f -> f.id().startsWith("desnz-2025:")).toList();
    byRow = new HashMap<>();
    for (Factor factor : shipped) {
      Matcher ids = IDS.matcher(factor.source().row());
      if (ids.find()) {
        for (String id : ids.group(1).split("; ")) {
          byRow.computeIfAbsent(id, unused -> new ArrayList<>()).add(factor);
        }
      }
    }
  }

  static BigDecimal co2e(Factor factor) {
    Amounts a = factor.amounts();
    return a.value()
        .orElseGet(
            () ->
                a.co2()
                    .orElseThrow()
                    .add(a.ch4().orElseThrow().multiply(CH4))
                    .add(a.n2o().orElseThrow().multiply(N2O)));
  }

  static BigDecimal digits(BigDecimal figure) {
    return figure.setScale(5, RoundingMode.HALF_UP);
  }
}

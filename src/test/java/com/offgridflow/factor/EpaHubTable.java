package com.offgridflow.factor;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;

/** The shipped table of EPA's hub and its sheet. */
abstract class EpaHubTable {
  static final BigDecimal POUND = new BigDecimal("0.45359237");
  static final BigDecimal TONNE = new BigDecimal("1000");
  static final Function<Amounts, Optional<BigDecimal>> FOSSIL_OR_BIOGENIC =
      a -> a.co2().or(a::biogenicCo2);
  static List<CSVRecord> sheet;
  static List<Factor> shipped;

  @BeforeAll
  static void read() throws IOException {
    Originals.require();
    sheet = Originals.cells("factors/epa-hub-2024/Emission_Factors_Hub.csv");
    shipped =
        ShippedFactors.tables().stream().filter(f -> f.id().startsWith("epa-hub-2024:")).toList();
  }
}

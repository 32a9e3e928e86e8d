package com.offgridflow.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shipped factors per money against EPA's file, every row of it. */
class SupplyChainTableTest {
  private static final String FILE =
      "factors/epa-supply-chain-v1.3/"
          + "SupplyChainGHGEmissionFactors_v1.3.0_NAICS_CO2e_USD2022.csv";

  private static Map<String, Factor> bySubject;

  @BeforeAll
  static void read() {
    Originals.require();
    bySubject =
        ShippedFactors.tables().stream()
            .filter(f -> f.kind().equals("spend"))
            .collect(Collectors.toMap(Factor::subject, f -> f));
  }

  @Test
  void shouldCarryEveryIndustryWithAndWithoutMargins() throws IOException {
    List<CSVRecord> rows = Originals.withHeader(FILE);
    assertThat(rows).hasSize(1016);
    assertThat(bySubject).hasSize(2 * 1016);
    for (CSVRecord row : rows) {
      String code = row.get("2017 NAICS Code");
      assertThat(value(code))
          .isEqualByComparingTo(row.get("Supply Chain Emission Factors with Margins"));
      assertThat(value(code + "/without-margins"))
          .isEqualByComparingTo(row.get("Supply Chain Emission Factors without Margins"));
      assertThat(bySubject.get(code).source().row()).contains(row.get("2017 NAICS Title"));
    }
  }

  @Test
  void shouldBePerDollarOf2022() {
    assertThat(bySubject.values())
        .allSatisfy(
            factor -> {
              assertThat(factor.perUnit().symbol()).isEqualTo("USD");
              assertThat(factor.priceYear()).contains(2022);
              assertThat(factor.place()).isEqualTo("US");
              assertThat(factor.gwpSet()).isEqualTo("AR5");
            });
  }

  /** Read by eye from the file. */
  @ParameterizedTest
  @CsvSource({
    "111110, 0.532",
    "111110/without-margins, 0.488",
    "325120, 1.211",
    "336411/without-margins, 0.131",
    "541511, 0.084",
    "721110, 0.145",
    "813990, 0.128"
  })
  void shouldAnswerUnderTheCodeOfTheIndustry(String subject, BigDecimal value) {
    assertThat(value(subject)).isEqualByComparingTo(value);
  }

  private static BigDecimal value(String subject) {
    return bySubject.get(subject).value();
  }
}

package com.offgridflow.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceIndexCsvTest {
  private static final String TABLE =
      """
      index,currency,year,value
      A,USD,2023,104.5
      A,USD,2022,100
      B,EUR,2022,99
      """;

  @Test
  void shouldReadEachIndexByYear() {
    List<PriceIndex> indices = PriceIndexCsv.read("p.csv", new StringReader(TABLE));
    assertThat(indices).extracting(PriceIndex::name).containsExactly("A", "B");
    assertThat(indices.get(0).values())
        .containsEntry(2022, new BigDecimal("100"))
        .containsEntry(2023, new BigDecimal("104.5"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "A,USD,2022 | ,USD,2022 | p.csv row 2, column index: '' should be a name such as US CPI-U",
        "B,EUR | B,EUX | p.csv row 3, column currency: 'EUX' should be a currency of ISO 4217, such"
            + " as USD",
        "A,USD,2022 | A,EUR,2022 | p.csv row 2, column currency: 'EUR' should be USD, as in the"
            + " rows before",
        "A,USD,2022 | A,USD,2023 | p.csv row 2, column year: '2023' should be a year that 'A' does"
            + " not have yet",
        "2023 | 23 | p.csv row 1, column year: '23' should be a year such as 2024",
        "104.5 | 104x | p.csv row 1, column value: '104x' should be a number such as 313.689",
        "104.5 | 0 | p.csv row 1, column value: '0' should be more than 0",
        "year | jahr | p.csv has columns [index, currency, jahr, value]; it should have [index,"
            + " currency, year, value]"
      })
  void shouldSayWhatIsWrongInWhichRow(String right, String wrong, String message) {
    String table = TABLE.replace(right, wrong);
    assertThatThrownBy(() -> PriceIndexCsv.read("p.csv", new StringReader(table)))
        .isInstanceOf(RateFormatException.class)
        .hasMessage(message);
  }
}

package com.offgridflow.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The form is that of the ECB's eurofxref-hist.csv, the figures are made up. */
class EcbCsvTest {
  private static final String FILE =
      """
      Date,USD,JPY,CYP,ISK,
      2024-05-03,1.25,160.5,N/A,150,
      2024-05-02,1.2,160,N/A,N/A,
      """;

  @Test
  void shouldReadEachRateOfEachDay() {
    assertThat(EcbCsv.read("f.csv", new StringReader(FILE)))
        .containsExactly(
            rate("USD", "2024-05-03", "1.25"),
            rate("JPY", "2024-05-03", "160.5"),
            rate("ISK", "2024-05-03", "150"),
            rate("USD", "2024-05-02", "1.2"),
            rate("JPY", "2024-05-02", "160"));
  }

  /** The ECB's file of a single day has blanks after its commas. */
  @Test
  void shouldReadTheFileOfASingleDay() {
    List<ExchangeRate> rates =
        EcbCsv.read("f.csv", new StringReader("Date, USD, JPY, \n2024-05-03, 1.25, 160.5, \n"));
    assertThat(rates)
        .containsExactly(rate("USD", "2024-05-03", "1.25"), rate("JPY", "2024-05-03", "160.5"));
  }

  /** The form of the ECB's eurofxref.csv, which writes its day in words. */
  @Test
  void shouldReadADayInWords() {
    assertThat(EcbCsv.read("f.csv", new StringReader("Date, USD, \n3 May 2024, 1.25, \n")))
        .containsExactly(rate("USD", "2024-05-03", "1.25"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Date,USD | Day,USD | f.csv line 1: 'Day' should be Date, the first column of the ECB's"
            + " file",
        "JPY | YYY | f.csv line 1: 'YYY' is no currency of ISO 4217, such as USD",
        "JPY | USD | f.csv line 1: USD occurs twice",
        "JPY | EUR | f.csv line 2: 'EUR' has no rate: all rates are units for one euro",
        "1.25 | 1e9 | f.csv line 2: USD '1e9' should be a number such as 1.0389, or N/A",
        "1.25 | 1.2.5 | f.csv line 2: USD '1.2.5' should be a number such as 1.0389, or N/A",
        "1.25 | -1 | f.csv line 2: USD on 2024-05-03: '-1' should be more than 0",
        "1.25 | 0 | f.csv line 2: USD on 2024-05-03: '0' should be more than 0",
        "2024-05-02 | 02/05/2024 | f.csv line 3: '02/05/2024' should be a day such as 2024-12-31",
        "2024-05-02 | 2024-05-03 | f.csv line 3: 2024-05-03 occurs twice"
      })
  void shouldSayWhatIsWrongInWhichLine(String right, String wrong, String message) {
    assertThatThrownBy(() -> EcbCsv.read("f.csv", new StringReader(FILE.replace(right, wrong))))
        .isInstanceOf(RateFormatException.class)
        .hasMessage(message);
  }

  @Test
  void shouldRejectAFileWithoutRates() {
    assertThatThrownBy(() -> EcbCsv.read("f.csv", new StringReader("Date,USD,\n")))
        .hasMessage("f.csv has no rates; it should be eurofxref-hist.csv");
    assertThatThrownBy(() -> EcbCsv.read("f.csv", new StringReader("")))
        .isInstanceOf(RateFormatException.class);
  }

  private static ExchangeRate rate(String currency, String day, String perEuro) {
    return new ExchangeRate(currency, LocalDate.parse(day), new BigDecimal(perEuro));
  }
}

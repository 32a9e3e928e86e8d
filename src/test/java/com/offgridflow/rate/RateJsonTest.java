package com.offgridflow.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateJsonTest {
  private static final String TWO =
      """
      [{"currency": "USD", "day": "2024-05-03", "per_euro": "1.25"},
       {"currency": "JPY", "day": "2024-05-03", "per_euro": 160.123456789012345}]""";

  @Test
  void shouldReadTextsAndNumbersToTheirLastDigit() {
    LocalDate day = LocalDate.of(2024, 5, 3);

    assertThat(RateJson.read("rates", new StringReader(TWO)))
        .containsExactly(
            new ExchangeRate("USD", day, new BigDecimal("1.25")),
            new ExchangeRate("JPY", day, new BigDecimal("160.123456789012345")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "JPY | USD | rates /1: USD on 2024-05-03 occurs twice",
        "USD | Usd | rates /0: 'Usd' is no currency of ISO 4217, such as USD",
        "USD | EUR | rates /0: 'EUR' has no rate: all rates are units for one euro",
        "2024-05-03 | 3.5.2024 | rates /0/day: '3.5.2024' should be a day such as 2024-12-31",
        "1.25 | -1.25 | rates /0: USD on 2024-05-03: '-1.25' should be more than 0",
        "1.25 | 1e9 | rates /0/per_euro: '1e9' should be a number such as 1.0765",
        "per_euro | rate | rates /0/per_euro: '' should be a number such as 1.0765"
      })
  void shouldSayWhatIsWrongWhere(String right, String wrong, String message) {
    assertThatThrownBy(() -> RateJson.read("rates", new StringReader(TWO.replace(right, wrong))))
        .isInstanceOf(RateFormatException.class)
        .hasMessage(message);
  }

  @Test
  void shouldRefuseWhatIsNoArray() {
    assertThatThrownBy(() -> RateJson.read("rates", new StringReader("{\"USD\": 1.25}")))
        .hasMessageContaining("rates should be an array such as");
    assertThatThrownBy(() -> RateJson.read("rates", new StringReader("Date,USD")))
        .hasMessageContaining("rates is no JSON");
  }
}

package com.offgridflow.source;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Azure does not tell is not nothing. */
class AzureFiguresTest {
  private static final YearMonth MONTH = YearMonth.of(2024, 9);

  @ParameterizedTest
  @ValueSource(
      strings = {"", ", \"latestMonthEmissions\": null", ", \"latestMonthEmissions\": \"\""})
  void shouldRefuseEmissionsThatAreNoNumber(String figure) {
    String answer = "{\"value\": [{\"itemName\": \"microsoft.web/sites\"%s}]}".formatted(figure);

    assertThatThrownBy(() -> read(new AzureCarbon(), answer))
        .hasMessageContaining("latestMonthEmissions")
        .hasMessageContaining("for microsoft.web/sites, not a number");
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "\"\""})
  void shouldRefuseACostThatIsNoNumber(String cost) {
    String answer =
        """
        {"properties": {
          "columns": [{"name": "Cost"}, {"name": "UsageDate"}, {"name": "ServiceName"},
            {"name": "ResourceLocation"}, {"name": "Currency"}],
          "rows": [[%s, 20240901, "Storage", "EU West", "EUR"]]}}"""
            .formatted(cost);

    assertThatThrownBy(() -> read(new AzureCostQuery(), answer))
        .hasMessageContaining("Azure Cost Management answered Cost")
        .hasMessageContaining("not a number");
  }

  private static void read(AzureReport report, String answer) throws JsonProcessingException {
    LocalDate today = LocalDate.of(2024, 12, 1);
    AzureRequest asked = report.requests("sub", MONTH, today).get(0);
    JsonNode json = new ObjectMapper().readTree(answer);
    report.records("sub", MONTH, asked, json);
  }
}

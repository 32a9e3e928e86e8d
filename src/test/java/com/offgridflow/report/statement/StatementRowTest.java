package com.offgridflow.report.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.offgridflow.report.Frameworks;
import com.offgridflow.report.ReportingPeriod;
import com.offgridflow.report.statement.StatementRow.Reading;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StatementRowTest {
  private static final StatementKeys KEYS = new StatementKeys(Frameworks.all());

  @Test
  void shouldReadAFigureOfAFiscalYear() {
    Statement read =
        ((Reading.Read)
                read(
                    Map.of(
                        "key", "net-revenue",
                        "period", "2024-04-01/2025-04-01",
                        "value", "1250000.50",
                        "unit", "EUR",
                        "source", "Annual report, page 12")))
            .statement();

    assertThat(read.period())
        .isEqualTo(new ReportingPeriod(LocalDate.of(2024, 4, 1), LocalDate.of(2025, 4, 1)));
    assertThat(read.value()).contains(new java.math.BigDecimal("1250000.50"));
  }

  @Test
  void shouldNameEachFieldAtFault() {
    assertThat(
            faults(
                Map.of(
                    "key",
                    "net-revenue",
                    "period",
                    "last year",
                    "value",
                    "1.250.000",
                    "note",
                    "x")))
        .extracting(StatementFault::field, StatementFault::value)
        .contains(
            tuple("period", "last year"),
            tuple("value", "1.250.000"),
            tuple("note", "x"),
            tuple("source", ""));
  }

  @Test
  void shouldRefuseAUnitThatDoesNotFitAndSayWhichDoes() {
    assertThat(faults(figure("net-revenue", "5", "MWh")))
        .extracting(StatementFault::field, StatementFault::message)
        .contains(tuple("unit", "a currency by ISO 4217 such as EUR"));
    assertThat(faults(figure("energy.total", "5", "t")))
        .extracting(StatementFault::field)
        .contains("unit");
  }

  @Test
  void shouldOfferTheNearestKeysForAnUnknownOne() {
    assertThat(faults(figure("net-revenues", "5", "EUR")).get(0).message())
        .startsWith("one of [net-revenue,");
  }

  @Test
  void shouldHoldWordsToTheirPattern() {
    Map<String, String> year =
        Map.of(
            "key",
            "base-year",
            "period",
            "2024",
            "text",
            "last year",
            "language",
            "en",
            "source",
            "x");

    assertThat(faults(year)).extracting(StatementFault::field).containsExactly("text");
  }

  @Test
  void shouldRefuseWordsForAFigureAndAFigureForWords() {
    Map<String, String> words =
        Map.of(
            "key",
            "net-revenue",
            "period",
            "2024",
            "text",
            "much",
            "language",
            "en",
            "source",
            "x");

    assertThat(faults(words)).extracting(StatementFault::field).containsExactly("value");
    assertThat(faults(figure("methodology", "5", "EUR")))
        .extracting(StatementFault::field)
        .containsExactly("value");
  }

  private static Map<String, String> figure(String key, String value, String unit) {
    return Map.of("key", key, "period", "2024", "value", value, "unit", unit, "source", "ledger");
  }

  private static List<StatementFault> faults(Map<String, String> fields) {
    return ((Reading.Refused) read(fields)).faults();
  }

  private static Reading read(Map<String, String> fields) {
    return StatementRow.read(fields, KEYS, "jo", Instant.EPOCH);
  }
}

package com.offgridflow.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** AWS's own figures as records: 1 metric ton is 1,000 kg. */
class AwsCarbonRowTest {
  private static final LocalDate JANUARY = LocalDate.of(2025, 1, 1);

  private static AwsCarbonFigures figures(String basis, String total, String... scopes) {
    return new AwsCarbonFigures(
        basis,
        Optional.ofNullable(total).map(BigDecimal::new),
        Stream.of(scopes).map(tons -> Optional.ofNullable(tons).map(BigDecimal::new)).toList());
  }

  private static AwsCarbonRow row(LocalDate start, String unit, AwsCarbonFigures... figures) {
    return new AwsCarbonRow(
        "v3.0.0", start, "1", "AmazonEC2", "us-east-1", Set.of("", unit), List.of(figures), 4);
  }

  private static List<String> told(AwsCarbonRow row) {
    return row.toRecords("month", "digest").stream()
        .map(r -> r.get("details") + " " + r.get("quantity") + " " + r.get("lines"))
        .toList();
  }

  @Test
  void shouldTellTheScopesThatMakeUpATotal() {
    assertThat(told(row(JANUARY, "MTCO2e", figures("location", "0.6", "0.1", "0.2", "0.3"))))
        .containsExactly(
            "{basis=location, model_version=v3.0.0, provider_scope=1} 1E+2 4",
            "{basis=location, model_version=v3.0.0, provider_scope=2} 2E+2 0",
            "{basis=location, model_version=v3.0.0, provider_scope=3} 3E+2 0");
  }

  @Test
  void shouldTellTheTotalWhereScopesAreMissingOrDoNotMakeItUp() {
    assertThat(
            told(
                row(
                    JANUARY,
                    "MTCO2e",
                    figures("location", "0.6", "0.1", "0.2", "0.2"),
                    figures("market", "0.05", null, null, null))))
        .containsExactly(
            "{basis=location, model_version=v3.0.0} 6E+2 4",
            "{basis=market, model_version=v3.0.0} 5E+1 0");
  }

  @Test
  void shouldTellNothingWithoutFigures() {
    assertThat(told(row(JANUARY, "MTCO2e", figures("market", null)))).isEmpty();
  }

  @Test
  void shouldKeepTheModelOutOfTheKey() {
    Map<String, Object> record =
        row(JANUARY, "MTCO2e", figures("market", "1")).toRecords("month", "digest").get(0);
    assertThat(record)
        .containsEntry("record_key", "month|2025-01-01|1|AmazonEC2|us-east-1|market|")
        .containsEntry("period_start", "2025-01-01T00:00:00Z")
        .containsEntry("period_end", "2025-02-01T00:00:00Z");
  }

  @Test
  void shouldRejectAnotherUnit() {
    AwsCarbonRow row = row(JANUARY, "kgCO2e", figures("market", "1"));
    assertThatThrownBy(() -> row.toRecords("month", "digest"))
        .isInstanceOf(RejectedRowException.class)
        .hasMessageContaining("kgCO2e")
        .hasMessageContaining("MTCO2e");
  }

  @Test
  void shouldRejectAPeriodThatIsNoMonth() {
    AwsCarbonRow row = row(JANUARY.plusDays(4), "MTCO2e", figures("market", "1"));
    assertThatThrownBy(() -> row.toRecords("month", "digest"))
        .isInstanceOf(RejectedRowException.class)
        .hasMessageContaining("2025-01-05");
  }
}

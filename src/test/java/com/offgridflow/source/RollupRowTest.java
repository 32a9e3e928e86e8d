package com.offgridflow.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class RollupRowTest {
  private static String key(String subject) {
    return key(subject, "aws");
  }

  private static String key(String subject, String supplier) {
    RollupRow row =
        new RollupRow(
            "usage",
            "cloud.other",
            subject,
            BigDecimal.ONE,
            "unit",
            LocalDate.of(2024, 9, 1),
            "1",
            "service",
            "region",
            supplier,
            BigDecimal.TEN,
            "USD",
            1);
    return (String) row.toRecord("bill.csv", "0".repeat(64)).get("record_key");
  }

  @Test
  void shouldKeyAGroupByWhatItIs() {
    assertThat(key("Requests"))
        .isEqualTo("bill.csv|2024-09-01|1|service|region|cloud.other|Requests|unit|USD");
  }

  /** Else the second of two groups would be refused as the first with other content. */
  @Test
  void shouldTellUsageOfOneNameFromTwoSuppliersApart() {
    assertThat(key("Requests", "snowflake"))
        .isNotEqualTo(key("Requests", ""))
        .isNotEqualTo(key("Requests", "databricks"))
        .isNotEqualTo(key("Requests", "aws"));
  }

  /** An entry of an index in PostgreSQL has at most 2704 bytes. */
  @Test
  void shouldKeepKeysOfLongNamesShortAndDifferent() {
    String long1 = key("\u65e5\ud83d\ude00".repeat(2000) + "1");
    String long2 = key("\u65e5\ud83d\ude00".repeat(2000) + "2");

    assertThat(long1).isNotEqualTo(long2).startsWith("bill.csv|2024-09-01|1|");
    assertThat(long1.getBytes(StandardCharsets.UTF_8).length).isLessThan(1000);
    assertThat(new String(long1.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
        .isEqualTo(long1);
  }
}

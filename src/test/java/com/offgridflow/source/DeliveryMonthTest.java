package com.offgridflow.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeliveryMonthTest {
  @ParameterizedTest
  @CsvSource({
    "exports/hub/data/BILLING_PERIOD=2024-09/, 2024-09",
    "reports/hub/20240901-20241001/, 2024-09",
    "costs/exports/20240901-20240930/, 2024-09",
    "carbon/5f3c1e7a-0000-4000-8000-000000000001/2024-07, 2024-07",
    "2023-12/bills-2024-01.csv, 2024-01"
  })
  void shouldReadTheMonthOfAName(String name, String month) {
    assertThat(DeliveryMonth.of(name)).contains(YearMonth.parse(month));
  }

  @ParameterizedTest
  @ValueSource(strings = {"bills.csv", "2024-13.csv", "12024-091.csv", "INV-20240901.csv"})
  void shouldReadNoneWhereThereIsNone(String name) {
    assertThat(DeliveryMonth.of(name)).isEqualTo(Optional.empty());
  }
}

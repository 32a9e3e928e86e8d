package com.offgridflow.emission.scope2;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SpansTest {
  @Test
  void shouldComputeYearsApartThatNoInstrumentTies() {
    assertThat(Spans.of(Set.of(2023, 2025), List.of(Days.year(2023), Days.year(2024))))
        .containsExactly(Days.year(2023), Days.year(2025));
  }

  @Test
  void shouldComputeYearsTogetherThatAnInstrumentTies() {
    Days fiscal = new Days(LocalDate.of(2023, 7, 1), LocalDate.of(2024, 7, 1));
    Days next = new Days(LocalDate.of(2024, 7, 1), LocalDate.of(2025, 7, 1));

    // 2024 is tied to 2023 by one and to 2025 by the other
    assertThat(Spans.of(Set.of(2024, 2025), List.of(next, fiscal)))
        .containsExactly(new Days(LocalDate.of(2023, 1, 1), LocalDate.of(2026, 1, 1)));
  }
}

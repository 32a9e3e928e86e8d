package com.offgridflow.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.offgridflow.activity.Unit;
import com.offgridflow.factor.FactorChoice.Chosen;
import com.offgridflow.factor.FactorChoice.Missing;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FactorLibraryTest {
  private static final FactorLibrary LIBRARY =
      new FactorLibrary(
          List.of(
              grid("de-2023", "DE", 2023),
              grid("de-2024", "DE", 2024),
              grid("zone-2024", "zone/A", 2024),
              grid("fr-2024", "FR", 2024)));

  @Test
  void shouldTakeTheEditionOfTheDay() {
    assertThat(chosen(LocalDate.of(2023, 12, 31), "DE")).isEqualTo("de-2023");
    assertThat(chosen(LocalDate.of(2024, 1, 1), "DE")).isEqualTo("de-2024");
  }

  @Test
  void shouldTakeTheNarrowestPlaceFirst() {
    assertThat(chosen(LocalDate.of(2024, 5, 1), "zone/A", "DE")).isEqualTo("zone-2024");
    assertThat(chosen(LocalDate.of(2024, 5, 1), "zone/B", "DE")).isEqualTo("de-2024");
  }

  @Test
  void shouldApplyTheNewestEditionToALaterDayAndSaySo() {
    Chosen chosen = (Chosen) choose(LocalDate.of(2026, 5, 1), "DE");
    assertThat(chosen.factor().id()).isEqualTo("de-2024");
    assertThat(chosen.why())
        .isEqualTo(
            "DE, newest edition (E, valid 2024-01-01 until 2025-01-01) applied to a later day");
  }

  @Test
  void shouldFindNothingBeforeTheOldestEdition() {
    Missing missing = (Missing) choose(LocalDate.of(2022, 12, 31), "DE");
    assertThat(missing.asked()).contains("before the oldest edition (2023-01-01 until 2024-01-01)");
    assertThat(missing.nearest()).containsExactly("de-2023");
  }

  @Test
  void shouldNameTheNearestWhenThePlaceIsUnknown() {
    Missing missing = (Missing) choose(LocalDate.of(2024, 5, 1), "zone/B");
    assertThat(missing.asked()).isEqualTo("grid.location at zone/B");
    assertThat(missing.nearest()).startsWith("zone-2024");
  }

  @Test
  void shouldTellErasApartWhereAValidityTurns() {
    assertThat(LIBRARY.era(LocalDate.of(2023, 1, 1)))
        .isEqualTo(LIBRARY.era(LocalDate.of(2023, 12, 31)))
        .isNotEqualTo(LIBRARY.era(LocalDate.of(2022, 12, 31)))
        .isNotEqualTo(LIBRARY.era(LocalDate.of(2024, 1, 1)));
  }

  @Test
  void shouldRejectAnIdThatOccursTwice() {
    Factor factor = grid("de-2023", "DE", 2023);
    assertThatThrownBy(() -> new FactorLibrary(List.of(factor, factor)))
        .hasMessage("factor id 'de-2023' occurs twice");
  }

  private static String chosen(LocalDate day, String... places) {
    return ((Chosen) choose(day, places)).factor().id();
  }

  private static FactorChoice choose(LocalDate day, String... places) {
    return LIBRARY.choose(FactorQuery.of(FactorKind.GRID, "", day, places));
  }

  private static Factor grid(String id, String place, int year) {
    return new Factor(
        id,
        FactorKind.GRID,
        "",
        place,
        new Validity(
            Optional.of(LocalDate.of(year, 1, 1)), Optional.of(LocalDate.of(year + 1, 1, 1))),
        Unit.named("kWh"),
        Factor.KG_CO2E,
        Amounts.of(BigDecimal.ONE),
        "",
        new Source("P", "E", "T", "R", "L"),
        "");
  }
}

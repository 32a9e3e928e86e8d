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
  void shouldAskTheWiderPlaceWhereTheNarrowOnesFactorsBeginLater() {
    assertThat(chosen(LocalDate.of(2023, 6, 1), "FR", "DE")).isEqualTo("de-2023");
    assertThat(choose(LocalDate.of(2023, 6, 1), "FR")).isInstanceOf(Missing.class);
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

  @Test
  void shouldSayThatNarrowerPlacesHadNone() {
    assertThat(((Chosen) choose(LocalDate.of(2024, 5, 1), "zone/B", "site", "DE")).why())
        .isEqualTo("DE, valid 2024-01-01 until 2025-01-01; none at zone/B, site");
  }

  @Test
  void shouldTakeTheTenantsOwnFactorBeforeTheShippedOne() {
    FactorLibrary library =
        new FactorLibrary(
            List.of(grid("own", "DE", 2024)),
            List.of(grid("a-shipped", "DE", 2024), grid("zone", "zone/A", 2024)));
    Chosen chosen = (Chosen) library.choose(grid(LocalDate.of(2024, 5, 1), "DE"));
    assertThat(chosen.factor().id()).isEqualTo("own");
    assertThat(chosen.why())
        .isEqualTo("DE, valid 2024-01-01 until 2025-01-01, the tenant's own factor");
    Chosen narrower = (Chosen) library.choose(grid(LocalDate.of(2024, 5, 1), "zone/A", "DE"));
    assertThat(narrower.factor().id()).as("a narrower place still decides").isEqualTo("zone");
  }

  @Test
  void shouldTakeWhatIsValidBeforeATenantsFactorThatHasEnded() {
    FactorLibrary library =
        new FactorLibrary(List.of(grid("own", "DE", 2023)), List.of(grid("shipped", "DE", 2024)));
    Chosen chosen = (Chosen) library.choose(grid(LocalDate.of(2024, 5, 1), "DE"));
    assertThat(chosen.factor().id()).isEqualTo("shipped");
    Chosen later = (Chosen) library.choose(grid(LocalDate.of(2025, 5, 1), "DE"));
    assertThat(later.factor().id()).as("both have ended").isEqualTo("own");
  }

  @Test
  void shouldNameTheEqualsOfATie() {
    FactorLibrary library =
        new FactorLibrary(
            List.of(grid("c", "DE", 2024), grid("a", "DE", 2024), grid("b", "DE", 2024)));
    Chosen chosen = (Chosen) library.choose(grid(LocalDate.of(2024, 5, 1), "DE"));
    assertThat(chosen.factor().id()).isEqualTo("a");
    assertThat(chosen.why())
        .isEqualTo(
            "DE, valid 2024-01-01 until 2025-01-01, first by id of equals, the others are b, c");
  }

  @Test
  void shouldTakeTheFactorPerTheUnitOfTheQuestion() {
    FactorLibrary library =
        new FactorLibrary(
            List.of(drive("per-km", "car", "GB", "km"), drive("per-mile", "car", "GB", "mile")));
    assertThat(((Chosen) library.choose(driven("car", "mile", "GB"))).factor().id())
        .isEqualTo("per-mile");
    assertThat(((Chosen) library.choose(driven("car", "km", "GB"))).factor().id())
        .isEqualTo("per-km");
    Chosen converted = (Chosen) library.choose(driven("car", "m", "GB"));
    assertThat(converted.why()).endsWith("first by id of equals, the others are per-mile");
  }

  @Test
  void shouldSayWhatKeepsEachNearMissFromAnswering() {
    FactorLibrary library =
        new FactorLibrary(
            List.of(
                drive("passenger", "car/diesel", "GB", "passenger-km"),
                drive("elsewhere", "car/diesel", "US", "km"),
                drive("van", "van/diesel", "GB", "km")));
    Missing missing = (Missing) library.choose(driven("car/diesel", "km", "GB"));
    assertThat(missing.nearMisses().stream().map(NearMiss::toString))
        .containsExactly("passenger (is per passenger-km)", "elsewhere (is for US)");
    Missing other = (Missing) library.choose(driven("car/petrol", "km", "GB"));
    assertThat(other.nearMisses().get(0).toString())
        .isEqualTo("passenger (is of 'car/diesel' and is per passenger-km)");
    assertThat(other.nearMisses().get(1).toString()).isEqualTo("van (is of 'van/diesel')");
  }

  @Test
  void shouldSayWhenTheOldestEditionStarts() {
    Missing missing = (Missing) choose(LocalDate.of(2022, 12, 31), "DE");
    assertThat(missing.nearMisses().get(0).why()).isEqualTo("starts on 2023-01-01");
  }

  @Test
  void shouldRejectATenantsFactorWithAnIdThatIsShipped() {
    List<Factor> one = List.of(grid("de-2023", "DE", 2023));
    assertThatThrownBy(() -> new FactorLibrary(one, one))
        .hasMessage("factor id 'de-2023' occurs twice");
  }

  private static FactorQuery driven(String subject, String unit, String place) {
    return new FactorQuery(
        "mobile-distance", subject, List.of(place), LocalDate.of(2024, 5, 1), Unit.of(unit));
  }

  private static Factor drive(String id, String subject, String place, String per) {
    return new Factor(
        id,
        "mobile-distance",
        subject,
        place,
        Validity.ALWAYS,
        Unit.of(per).orElseThrow(),
        Factor.KG_CO2E,
        Amounts.of(BigDecimal.ONE),
        "",
        new Source("P", "E", "T", "R", "L"),
        "");
  }

  private static FactorQuery grid(LocalDate day, String... places) {
    return FactorQuery.of(FactorKind.GRID, "", day, places);
  }

  private static String chosen(LocalDate day, String... places) {
    return ((Chosen) choose(day, places)).factor().id();
  }

  private static FactorChoice choose(LocalDate day, String... places) {
    return LIBRARY.choose(grid(day, places));
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

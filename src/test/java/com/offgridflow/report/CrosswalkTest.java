package com.offgridflow.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.offgridflow.report.Crosswalk.Change;
import com.offgridflow.report.Crosswalk.Row;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** From ESRS Set 1 to the draft of the revised ESRS, and back. */
class CrosswalkTest {
  private static final Framework SET_1 = Frameworks.load("esrs-2023");
  private static final Framework REVISED = Frameworks.load("esrs-2026");
  private static final Crosswalk FORTH = Crosswalk.between("esrs-2023", "esrs-2026").orElseThrow();

  @Test
  void shouldSayOfEachDataPointOfBothWhatBecameOfIt() {
    assertThat(FORTH.rows().stream().flatMap(row -> row.from().stream()))
        .containsExactlyInAnyOrderElementsOf(ids(SET_1));
    assertThat(FORTH.rows().stream().flatMap(row -> row.to().stream()))
        .containsExactlyInAnyOrderElementsOf(ids(REVISED));
  }

  @Test
  void shouldCallMovedWhatKeepsItsElementAndRenamedWhatDoesNot() {
    for (Row row : FORTH.rows()) {
      Optional<String> before = row.from().flatMap(id -> SET_1.dataPoint(id).concept());
      Optional<String> after = row.to().flatMap(id -> REVISED.dataPoint(id).concept());
      switch (row.change()) {
        case MOVED -> assertThat(after).as(row.toString()).isEqualTo(before);
        case RENAMED -> assertThat(after).as(row.toString()).isPresent().isNotEqualTo(before);
        case UNTAGGED -> assertThat(after).as(row.toString()).isEmpty();
        case FELL_AWAY -> assertThat(row.to()).as(row.toString()).isEmpty();
        case NEW -> assertThat(row.from()).as(row.toString()).isEmpty();
        default -> throw new AssertionError(row.toString());
      }
    }
  }

  @Test
  void shouldKeepUnitsSoThatNoFigureChanges() {
    for (Row row : FORTH.rows()) {
      if (row.from().isPresent() && row.to().isPresent()) {
        DataPoint after = REVISED.dataPoint(row.to().get());
        assertThat(after.unit()).isEqualTo(SET_1.dataPoint(row.from().get()).unit());
      }
    }
  }

  @Test
  void shouldRenderTheSameFiguresForTheOtherRelease() {
    Report frozen = SampleReports.full();

    Report revised = new OtherRelease(SET_1, REVISED, FORTH).of(frozen);

    assertThat(revised.framework().status()).isEqualTo(FrameworkStatus.DRAFT);
    // the figures of DisclosureTest; the totals over scopes fell away
    assertThat(revised.values())
        .extracting(
            ReportValue::dataPoint,
            value -> value.published().toPlainString(),
            value -> value.concept().orElse(""))
        .containsExactly(
            tuple(
                "E1-8.scope-1",
                "12.346",
                "AbsoluteGrossScope1GhgEmissionsGeneratedDuringTheReportingPeriod"),
            tuple(
                "E1-8.scope-2-location",
                "45.679",
                "AbsoluteGrossLocationBasedScope2GhgEmissionsGeneratedDuringTheReportingPeriod"),
            tuple(
                "E1-8.scope-3",
                "11.704",
                "AbsoluteSignificantGrossScope3GhgEmissionsGeneratedDuringTheReportingPeriod"),
            tuple(
                "E1-8.scope-3.category-01",
                "10.469",
                "AbsoluteSignificantGrossScope3GhgEmissionsGeneratedDuringTheReportingPeriod"),
            tuple(
                "E1-8.scope-3.category-03",
                "1.235",
                "AbsoluteSignificantGrossScope3GhgEmissionsGeneratedDuringTheReportingPeriod"));
    assertThat(revised.digest()).isNotEqualTo(frozen.digest());
    assertThat(revised.basis().methodology().get(0)).contains(frozen.digest());
    assertThat(revised.missing())
        .filteredOn(missing -> missing.dataPoint().equals("E1-9.removals"))
        .extracting(MissingValue::reason)
        .containsExactly("The figures were frozen by esrs-2023, which does not ask for it.");
  }

  @Test
  void shouldLeadBackTheSameWay() {
    Crosswalk back = Crosswalk.between("esrs-2026", "esrs-2023").orElseThrow();
    Report revised = new OtherRelease(SET_1, REVISED, FORTH).of(SampleReports.full());

    Report again = new OtherRelease(REVISED, SET_1, back).of(revised);

    assertThat(again.values())
        .extracting(ReportValue::dataPoint)
        .containsExactly(
            "E1-6.scope-1",
            "E1-6.scope-2-location",
            "E1-6.scope-3",
            "E1-6.scope-3.category-01",
            "E1-6.scope-3.category-03");
    assertThat(back.rows())
        .filteredOn(row -> row.change() == Change.NEW)
        .extracting(row -> row.to().orElseThrow())
        .contains("E1-6.total-location");
  }

  @Test
  void shouldHaveNoCrosswalkBetweenDifferentFrameworks() {
    assertThat(Crosswalk.between("esrs-2023", "vsme-2025")).isEmpty();
  }

  @Test
  void shouldStandInTheDocumentationRowByRow() throws Exception {
    String doc = Files.readString(Path.of("docs/frameworks.md"));

    for (Row row : FORTH.rows()) {
      assertThat(doc)
          .contains(
              "| %s | %s | %s | %s |"
                  .formatted(
                      row.from().orElse("-"),
                      row.to().orElse("-"),
                      row.change().code(),
                      row.note()));
    }
  }

  private static List<String> ids(Framework framework) {
    return framework.dataPoints().stream().map(DataPoint::id).toList();
  }
}

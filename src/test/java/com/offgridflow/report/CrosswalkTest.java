package com.offgridflow.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.offgridflow.report.Crosswalk.Change;
import com.offgridflow.report.Crosswalk.Row;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
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

  /**
   * 1234.56785 kg of each: HFCs, PFCs, SF6 and NF3 are 4938.2714 kg together, and half a unit up.
   */
  @Test
  void shouldSumTheFluorinatedGasesThatTheDraftHasOneMemberFor() {
    Report frozen = FrameworkReports.full("esrs-2023", Locale.ENGLISH);

    Report revised = new OtherRelease(SET_1, REVISED, FORTH).of(frozen);

    ReportValue fluorinated = value(revised, "E1-8.scope-1.gas-fluorinated");
    assertThat(fluorinated.published()).isEqualByComparingTo("4.938");
    assertThat(fluorinated.concept()).isPresent();
    assertThat(revised.missing())
        .extracting(MissingValue::dataPoint)
        .doesNotContain("E1-8.scope-1.gas-fluorinated");
    assertThat(OtherReleases.origins("esrs-2023", "esrs-2026", "E1-8.scope-1.gas-fluorinated"))
        .containsExactly(
            "E1-6.scope-1.gas-HFCs",
            "E1-6.scope-1.gas-PFCs",
            "E1-6.scope-1.gas-SF6",
            "E1-6.scope-1.gas-NF3");
  }

  /** Nothing on record of PFCs counts as none; an amount that is not known does not. */
  @Test
  void shouldSumFluorinatedGasesOnlyWhereNoneIsUnknown() {
    String none = "No emissions of PFCs are on record for Scope 1 and the period.";
    Report known = withoutPfcs(none);
    Report unknown =
        withoutPfcs("PFCs is not known: 3 emissions rest on factors that state CO2e alone.");

    // three gases of 1234.56785 kg
    assertThat(value(revised(known), "E1-8.scope-1.gas-fluorinated").published())
        .isEqualByComparingTo("3.704");
    assertThat(revised(unknown).values())
        .extracting(ReportValue::dataPoint)
        .doesNotContain("E1-8.scope-1.gas-fluorinated");
  }

  private static Report revised(Report frozen) {
    return new OtherRelease(SET_1, REVISED, FORTH).of(frozen);
  }

  private static Report withoutPfcs(String reason) {
    Report full = FrameworkReports.full("esrs-2023", Locale.ENGLISH);
    String pfcs = "E1-6.scope-1.gas-PFCs";
    return new Report(
        full.request(),
        full.framework(),
        full.values().stream().filter(value -> !value.dataPoint().equals(pfcs)).toList(),
        List.of(new MissingValue(pfcs, "", pfcs, reason, true)),
        full.texts(),
        full.comparisons(),
        full.basis(),
        "");
  }

  private static ReportValue value(Report report, String dataPoint) {
    return report.values().stream()
        .filter(value -> value.dataPoint().equals(dataPoint))
        .findFirst()
        .orElseThrow();
  }

  /** The sum over the scopes, which the draft does not ask for, is that of the frozen figures. */
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
            "E1-6.scope-3.category-03",
            "E1-6.total-location");
    assertThat(value(again, "E1-6.total-location").published()).isEqualByComparingTo("69.728");
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

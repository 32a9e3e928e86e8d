package com.offgridflow.report.preflight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.offgridflow.report.Crosswalk;
import com.offgridflow.report.Disclosure;
import com.offgridflow.report.Framework;
import com.offgridflow.report.Frameworks;
import com.offgridflow.report.FullInventory;
import com.offgridflow.report.Inventory;
import com.offgridflow.report.OtherRelease;
import com.offgridflow.report.Report;
import com.offgridflow.report.ReportBasis;
import com.offgridflow.report.RevisedEsrsPackage;
import com.offgridflow.report.SampleReports;
import com.offgridflow.report.preflight.dts.Dts;
import com.offgridflow.report.preflight.dts.DtsReader;
import com.offgridflow.report.preflight.dts.TaxonomyPackages;
import com.offgridflow.report.wiring.InlineDocuments;
import com.offgridflow.report.xbrl.XbrlInstance;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Reports with typed axes, by the closed hypercubes of the draft of the revised ESRS. */
class RevisedEsrsPreflightTest {
  private static final Framework REVISED = Frameworks.load("esrs-2026");
  private static final Framework SET_1 = Frameworks.load("esrs-2023");
  private static Dts taxonomy;

  @BeforeAll
  static void read(@TempDir Path directory) throws Exception {
    Path file = RevisedEsrsPackage.write(directory);
    try (TaxonomyPackages packages = new TaxonomyPackages(List.of(file))) {
      taxonomy =
          DtsReader.read(packages, REVISED.taxonomy().orElseThrow().schemaRef()).orElseThrow();
    }
  }

  private static Report report(Framework framework, Inventory inventory) {
    return new Disclosure(framework)
        .freeze(SampleReports.request(Locale.ENGLISH), inventory, List.of(), ReportBasis.none());
  }

  private static List<Violation> check(byte[] document) {
    return Preflight.check(document, Optional.of(taxonomy));
  }

  @Test
  void shouldPassWithEveryDataPoint() {
    Report report = report(REVISED, FullInventory.of(REVISED));

    assertThat(report.missing()).isEmpty();
    assertThat(check(XbrlInstance.render(report))).isEmpty();
    assertThat(check(InlineDocuments.render(report))).isEmpty();
  }

  @Test
  void shouldPassWithTheFrozenFiguresOfSet1() {
    Report frozen = report(SET_1, FullInventory.of(SET_1));
    Crosswalk crosswalk = Crosswalk.between("esrs-2023", "esrs-2026").orElseThrow();

    Report other = new OtherRelease(SET_1, REVISED, crosswalk).of(frozen);

    assertThat(other.values()).hasSizeGreaterThan(30);
    assertThat(check(XbrlInstance.render(other))).isEmpty();
    assertThat(check(InlineDocuments.render(other))).isEmpty();
  }

  /** Category 1 stands in the hypercube of role-210810, which has five axes without default. */
  @Test
  void shouldTagACategoryOnEveryAxisThatHasNoDefault() {
    assertThat(REVISED.dataPoint("E1-8.scope-3.category-01").dimensions())
        .extracting(dimension -> dimension.axis() + " = " + dimension.member())
        .containsExactly(
            "EconomicActivityTypedAxis = All economic activities",
            "GeographyTypedAxis = All geographies",
            "OperatingSegmentsTypedAxis = All operating segments",
            "SignificantScope3GhgEmissionsCategoryGhgProtocolAxis ="
                + " PurchasedGoodsAndServicesMember",
            "SourceTypeTypedAxis = All source types",
            "SubsidiaryTypedAxis = Whole undertaking");
  }

  static Stream<Arguments> broken() {
    String text = "<esrs:TYP>All geographies</esrs:TYP>";
    String typed =
        "<xbrldi:typedMember dimension=\"esrs:GeographyTypedAxis\">\\s*%s\\s*</xbrldi:typedMember>"
            .formatted(text);
    String category = "SignificantScope3GhgEmissionsCategoryGhgProtocol";
    return Stream.of(
        arguments("XDT 1.0 3.1", "f-E1-8", "axis GeographyTypedAxis needs a member", typed, ""),
        arguments("XDT 1.0 3.1.4.4", "c-", "is ''", text, "<esrs:TYP> </esrs:TYP>"),
        arguments("XDT 1.0 3.1.4.4", "c-", "All geographies", text, text + "<esrs:TYP/>"),
        arguments("XDT 1.0 3.1.4.5", "c-", "stands in", text, text.replace("TYP", "Other")),
        arguments(
            "XDT 1.0 3.1.4.5",
            "c-",
            "axis GeographyTypedAxis is typed",
            typed,
            "<xbrldi:explicitMember dimension=\"esrs:GeographyTypedAxis\">esrs:FranchisesMember</xbrldi:explicitMember>"),
        arguments(
            "XDT 1.0 3.1.4.5",
            "c-",
            "is explicit",
            "<xbrldi:explicitMember dimension=\"esrs:%sAxis\">[^<]*</xbrldi:explicitMember>"
                .formatted(category),
            "<xbrldi:typedMember dimension=\"esrs:%sAxis\"><esrs:TYP>1</esrs:TYP></xbrldi:typedMember>"
                .formatted(category)),
        arguments(
            "XDT 1.0 3.1.4.2",
            "c-",
            "is the default of axis",
            "esrs:PurchasedGoodsAndServicesMember",
            "esrs:" + category + "Member"));
  }

  @ParameterizedTest
  @MethodSource("broken")
  void shouldNameWhatIsWrongWithAMember(
      String rule, String place, String message, String good, String bad) {
    byte[] instance = XbrlInstance.render(report(REVISED, FullInventory.recorded()));
    String document = new String(instance, StandardCharsets.UTF_8);
    String broken = document.replaceFirst(good, bad);

    assertThat(broken).isNotEqualTo(document);
    assertThat(check(broken.getBytes(StandardCharsets.UTF_8)))
        .filteredOn(violation -> violation.place().startsWith(place))
        .filteredOn(violation -> violation.message().contains(message))
        .extracting(Violation::rule)
        .contains(rule);
  }
}

package com.offgridflow.report.preflight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.offgridflow.report.Dimension;
import com.offgridflow.report.Report;
import com.offgridflow.report.SampleReports;
import com.offgridflow.report.SharedTaxonomies;
import com.offgridflow.report.TaggedReports;
import com.offgridflow.report.preflight.dts.Dts;
import com.offgridflow.report.preflight.dts.DtsReader;
import com.offgridflow.report.preflight.dts.TaxonomyPackages;
import com.offgridflow.report.wiring.InlineDocuments;
import com.offgridflow.report.xbrl.XbrlInstance;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules that need a taxonomy, with EFRAG's ESRS Set 1. */
class PreflightByTaxonomyTest {
  private static final String ESRS = "https://xbrl.efrag.org/taxonomy/esrs/2023-12-22/esrs_all.xsd";
  private static final String VSME = "https://xbrl.efrag.org/taxonomy/vsme/2025-07-30/vsme-all.xsd";
  private static final String REPORT =
      new String(XbrlInstance.render(TaggedReports.everything()), StandardCharsets.UTF_8);
  private static Dts esrs;

  @BeforeAll
  static void read() {
    esrs = dts(ESRS);
  }

  private static Dts dts(String entryPoint) {
    try (TaxonomyPackages packages = new TaxonomyPackages(SharedTaxonomies.packages())) {
      return DtsReader.read(packages, entryPoint).orElseThrow();
    }
  }

  @Test
  void shouldPassReportsWithAllFewAndNoValues() {
    List<Report> reports =
        List.of(
            TaggedReports.everything(),
            SampleReports.of(SampleReports.TOTALS.subList(0, 1)),
            SampleReports.empty());

    for (Report report : reports) {
      assertThat(Preflight.check(XbrlInstance.render(report), Optional.of(esrs))).isEmpty();
      assertThat(Preflight.check(InlineDocuments.render(report), Optional.of(esrs))).isEmpty();
    }
  }

  /** 5,430 element declarations in esrs_cor.xsd, counted with grep. */
  @Test
  void shouldFindEveryElementOfTheTaxonomy() {
    assertThat(esrs.names()).hasSize(5430);
    assertThat(dts(VSME).names())
        .anyMatch(name -> name.getLocalPart().equals("TotalEnergyConsumption"));
  }

  @Test
  void shouldKnowNothingOfATaxonomyThatNoPackageHas() {
    try (TaxonomyPackages packages = new TaxonomyPackages(SharedTaxonomies.packages())) {
      assertThat(DtsReader.read(packages, "https://example.com/none.xsd")).isEmpty();
    }
  }

  static Stream<Arguments> broken() {
    String scope1 = "f-E1-6.scope-1";
    String member = "Category1PurchasedGoodsAndServicesMember";
    return Stream.of(
        arguments("XBRL 2.1 5.1.1", scope1, "GrossScope1Green", "GrossScope0Green"),
        arguments(
            "XBRL 2.1 5.1.1",
            scope1,
            "GrossScope1GreenhouseGasEmissions",
            "Scope1GreenhouseGasEmissionsIntensityValueAbstract"),
        arguments("UTR 1.0", scope1, "utr:tCO2e", "utr:MWh"),
        arguments(
            "UTR 1.0", "f-E1-6.intensity", "<xbrli:measure>iso4217:EUR", "<xbrli:measure>utr:MWh"),
        arguments("UTR 1.0", "f-E1-5.renewable", "xbrli:pure", "utr:MWh"),
        arguments(
            "XBRL 2.1 4.7.2",
            scope1,
            "(?s)<xbrli:startDate>.*?</xbrli:startDate>\\s*<xbrli:endDate>2024-12-31</xbrli:endDate>",
            "<xbrli:instant>2024-12-31</xbrli:instant>"),
        arguments(
            "XBRL 2.1 4.6.2",
            "f-E1-6.reconciliation",
            "xml:lang=\"en\"",
            "xml:lang=\"en\" unitRef=\"u-MWh\""),
        arguments("ESRS E1 44", scope1, ">12.346<", ">-12.346<"),
        arguments("XDT 1.0 3.1.4", "c-2", member, "Category0Member"),
        arguments(
            "XDT 1.0 3.1.4", "c-2", "Scope3GHGEmissionsCategoryGHGProtocolAxis", "NoSuchAxis"),
        arguments("Calculations 1.1", "f-E1-6.total-location", ">69.728<", ">69.732<"));
  }

  @ParameterizedTest
  @MethodSource("broken")
  void shouldNameTheRuleThatAReportBreaks(String rule, String place, String good, String bad) {
    String document =
        good.startsWith("Gross") || good.startsWith("Scope3")
            ? REPORT.replace(good, bad)
            : REPORT.replaceAll(good, bad);

    assertThat(document).isNotEqualTo(REPORT);
    assertThat(Preflight.check(document.getBytes(StandardCharsets.UTF_8), Optional.of(esrs)))
        .extracting(Violation::rule, Violation::place)
        .contains(tuple(rule, place));
  }

  /**
   * 12.346 + 45.679 + 11.704 = 69.729; each part may be off by 0.0005, so that the sum lies between
   * 69.7275 and 69.7305, and the total 69.728 between 69.7275 and 69.7285.
   */
  @Test
  void shouldAllowATotalThatDiffersByRounding() {
    assertThat(REPORT).contains(">12.346<", ">45.679<", ">11.704<", ">69.728<");
    assertThat(Preflight.check(REPORT.getBytes(StandardCharsets.UTF_8), Optional.of(esrs)))
        .isEmpty();
  }

  /** The hypercube BreakdownOfEnergyConsumptionTable is closed and has one axis. */
  @Test
  void shouldHoldFactsToClosedHypercubes() {
    Dts vsme = dts(VSME);
    Dimension renewable = energy("RenewableEnergyMember");

    assertThat(byVsme(vsme, renewable)).isEmpty();
    assertThat(byVsme(vsme)).isEmpty();
    assertThat(byVsme(vsme, energy("RecycledContentMember")))
        .extracting(Violation::rule)
        .contains("XDT 1.0 3.1.4");
    assertThat(byVsme(vsme, energy("C3-GhgReductionTargetsAndClimateTransitionMember")))
        .containsExactly(
            dimension(
                "C3-GhgReductionTargetsAndClimateTransitionMember is no member of axis"
                    + " BreakdownOfEnergyConsumptionAxis"));
    assertThat(byVsme(vsme, renewable, new Dimension("IdentifierOfSiteTypedAxis", "Hamburg")))
        .containsExactly(
            dimension("BreakdownOfEnergyConsumptionTable has no axis IdentifierOfSiteTypedAxis"));
  }

  private static Dimension energy(String member) {
    return new Dimension("BreakdownOfEnergyConsumptionAxis", member);
  }

  private static Violation dimension(String message) {
    return new Violation(
        "XDT 1.0 3.1",
        "f-B3.electricity",
        message,
        "use the axes and members that the taxonomy has for EnergyConsumptionFromElectricity");
  }

  private static List<Violation> byVsme(Dts vsme, Dimension... places) {
    byte[] instance = XbrlInstance.render(TaggedReports.vsme(places));
    return Preflight.check(instance, Optional.of(vsme));
  }
}

package com.offgridflow.report.xbrl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.offgridflow.report.Dimension;
import com.offgridflow.report.Report;
import com.offgridflow.report.SampleReports;
import com.offgridflow.report.SharedTaxonomies;
import com.offgridflow.report.TaggedReports;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class XbrlInstanceTest {
  private static final String ESRS = "https://xbrl.efrag.org/taxonomy/esrs/2023-12-22";
  private static final String XBRLI = "http://www.xbrl.org/2003/instance";
  private static final String[] SPECIFICATIONS = {
    "http://www.xbrl.org/2003/xbrl-instance-2003-12-31.xsd",
    "http://www.xbrl.org/2006/xbrldi-2006.xsd"
  };

  /**
   * The concepts as in esrs_cor.xsd, whose own imports reach beyond the folder of specifications.
   */
  private static final String CONCEPTS =
      """
      <schema xmlns="http://www.w3.org/2001/XMLSchema" xmlns:xbrli="http://www.xbrl.org/2003/instance"
          xmlns:dtr="http://www.xbrl.org/dtr/type/2024-01-31" elementFormDefault="qualified"
          targetNamespace="https://xbrl.efrag.org/taxonomy/esrs/2023-12-22">
        <import namespace="http://www.xbrl.org/2003/instance"
            schemaLocation="http://www.xbrl.org/2003/xbrl-instance-2003-12-31.xsd"/>
        <import namespace="http://www.xbrl.org/dtr/type/2024-01-31"
            schemaLocation="https://www.xbrl.org/dtr/type/2024-01-31/types.xsd"/>
        %s
      </schema>
      """
          .formatted(
              Stream.of(
                      "ghgEmissions GrossScope1GreenhouseGasEmissions",
                      "ghgEmissions GrossLocationBasedScope2GreenhouseGasEmissions",
                      "ghgEmissions GrossScope3GreenhouseGasEmissions",
                      "ghgEmissions LocationBasedGreenhouseGasEmissions",
                      "energy EnergyConsumptionRelatedToOwnOperations",
                      "percent PercentageOfRenewableSourcesInTotalEnergyConsumption",
                      "monetary NetRevenueUsedToCalculateGHGIntensity",
                      "ghgEmissionsPerMonetary"
                          + " GHGEmissionsIntensityLocationbasedTotalGHGEmissionsPerNetRevenue",
                      "textBlock DisclosureOfReconciliationToFinancialStatementsOfNetRevenueUsed"
                          + "ForCalculationOfGHGEmissionsIntensityExplanatory")
                  .map(XbrlInstanceTest::element)
                  .collect(Collectors.joining()));

  @Test
  void shouldTagTheScope3TotalAndItsCategories() throws Exception {
    Document instance = parse(SampleReports.full());

    List<Element> facts = elements(instance, ESRS, "GrossScope3GreenhouseGasEmissions");

    assertThat(facts)
        .extracting(Element::getTextContent)
        .containsExactly("11.704", "10.469", "1.235");
    assertThat(facts)
        .extracting(fact -> member(instance, fact.getAttribute("contextRef")))
        .containsExactly(
            "",
            "esrs:Category1PurchasedGoodsAndServicesMember",
            "esrs:Category3FuelAndEnergyrelatedActivitiesMember");
    assertThat(facts).allMatch(fact -> fact.getAttribute("decimals").equals("3"));
    assertThat(facts).noneMatch(fact -> fact.hasAttribute("precision"));
  }

  @Test
  void shouldNameEntityPeriodAndUnit() throws Exception {
    Document instance = parse(SampleReports.full());

    Element identifier = elements(instance, XBRLI, "identifier").get(0);
    assertThat(identifier.getAttribute("scheme")).isEqualTo("http://standards.iso.org/iso/17442");
    assertThat(identifier.getTextContent()).isEqualTo(SampleReports.LEI.code());
    // the half-open year 2024-01-01 to 2025-01-01; a date-only end day counts in
    assertThat(elements(instance, XBRLI, "startDate").get(0).getTextContent())
        .isEqualTo("2024-01-01");
    assertThat(elements(instance, XBRLI, "endDate").get(0).getTextContent())
        .isEqualTo("2024-12-31");
    Element measure = elements(instance, XBRLI, "measure").get(0);
    assertThat(measure.getTextContent()).isEqualTo("utr:tCO2e");
    assertThat(measure.lookupNamespaceURI("utr")).isEqualTo("http://www.xbrl.org/2009/utr");
  }

  @Test
  void shouldHaveAFactForEachValueAndNoneForWhatIsMissing() throws Exception {
    Report report = SampleReports.full();

    List<Element> facts = elements(parse(report), ESRS, "*");

    assertThat(facts).extracting(fact -> fact.getAttribute("id")).doesNotHaveDuplicates();
    assertThat(facts).hasSameSizeAs(report.values());
    assertThat(new String(XbrlInstance.render(report), StandardCharsets.UTF_8))
        .doesNotContain("MarketBased");
  }

  @Test
  void shouldBeValidByTheSpecificationsSchemas() throws Exception {
    byte[] instance = XbrlInstance.render(SampleReports.full());

    assertThat(BaseSpecSchemas.errorsWith(CONCEPTS, instance, SPECIFICATIONS)).isEmpty();
  }

  @Test
  void shouldBeValidWithEveryKindOfFact() throws Exception {
    byte[] instance = XbrlInstance.render(TaggedReports.everything());

    assertThat(BaseSpecSchemas.errorsWith(CONCEPTS, instance, SPECIFICATIONS)).isEmpty();
  }

  @Test
  void shouldWriteMoneySharesAndRatiosInTheirUnits() throws Exception {
    Document instance = parse(TaggedReports.everything());

    assertThat(unit(instance, "u-EUR")).containsExactly("iso4217:EUR");
    assertThat(unit(instance, "u-pure")).containsExactly("xbrli:pure");
    assertThat(unit(instance, "u-MWh")).containsExactly("utr:MWh");
    assertThat(unit(instance, "u-tCO2e-per-EUR")).containsExactly("utr:tCO2e", "iso4217:EUR");
    assertThat(elements(instance, XBRLI, "unitDenominator").get(0).getTextContent().strip())
        .isEqualTo("iso4217:EUR");
    // 48,000,000 in thousands, and 0.00000145266 in nine digits
    Element revenue = elements(instance, ESRS, "NetRevenueUsedToCalculateGHGIntensity").get(0);
    assertThat(revenue.getTextContent()).isEqualTo("48000000");
    assertThat(revenue.getAttribute("decimals")).isEqualTo("-3");
  }

  @Test
  void shouldGiveOtherPeriodsContextsOfTheirOwn() throws Exception {
    Document instance = parse(TaggedReports.everything());

    List<Element> scope1 = elements(instance, ESRS, "GrossScope1GreenhouseGasEmissions");

    assertThat(scope1)
        .extracting(Element::getTextContent)
        .containsExactly("12.346", "13.000", "20.5");
    assertThat(scope1)
        .extracting(fact -> start(instance, fact.getAttribute("contextRef")))
        .containsExactly("2024-01-01", "2023-01-01", "2020-01-01");
    assertThat(scope1.get(2).getAttribute("decimals")).isEqualTo("1");
  }

  @Test
  void shouldWriteTextBlocksAsXhtml() throws Exception {
    List<Element> texts =
        elements(parse(TaggedReports.everything()), ESRS, "*").stream()
            .filter(fact -> fact.getAttribute("unitRef").isEmpty())
            .toList();

    assertThat(texts).hasSize(1);
    assertThat(texts.get(0).getAttribute("xml:lang")).isEqualTo("en");
    assertThat(texts.get(0).getTextContent())
        .isEqualTo(
            "<p xmlns=\"http://www.w3.org/1999/xhtml\">Net revenue &lt; gross revenue &amp; other"
                + " income.</p><p xmlns=\"http://www.w3.org/1999/xhtml\">See note 4 of the"
                + " financial statements.</p>");
  }

  @Test
  void shouldWriteTheMemberOfATypedAxisAsText() throws Exception {
    Document instance =
        parse(TaggedReports.vsme(new Dimension("IdentifierOfSiteTypedAxis", "Hamburg & <1>")));

    Element member = elements(instance, "http://xbrl.org/2006/xbrldi", "typedMember").get(0);

    assertThat(member.getAttribute("dimension")).isEqualTo("vsme:IdentifierOfSiteTypedAxis");
    assertThat(list(member.getElementsByTagNameNS("*", "TYP")))
        .extracting(Element::getTextContent)
        .containsExactly("Hamburg & <1>");
  }

  @Test
  void shouldRefuseAUnitThatIsNone() {
    assertThatThrownBy(() -> Measures.of("tCO2e per EUR"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'tCO2e per EUR'")
        .hasMessageContaining("tCO2e/EUR");
  }

  @Test
  void shouldBeValidWithoutAnyValue() throws Exception {
    byte[] instance = XbrlInstance.render(SampleReports.empty());

    assertThat(BaseSpecSchemas.errorsWith(CONCEPTS, instance, SPECIFICATIONS)).isEmpty();
  }

  @Test
  void shouldRenderTheSameReportToTheSameBytes() {
    assertThat(XbrlInstance.render(SampleReports.full()))
        .isEqualTo(XbrlInstance.render(SampleReports.full()));
  }

  private static String element(String typeAndName) {
    String[] parts = typeAndName.split(" ");
    String prefix = parts[0].equals("monetary") ? "xbrli" : "dtr";
    return "<element name='%s' type='%s:%sItemType' substitutionGroup='xbrli:item' xbrli:periodType='duration'/>"
        .formatted(parts[1], prefix, parts[0]);
  }

  private static Document parse(Report report) throws Exception {
    return SharedTaxonomies.parse(new ByteArrayInputStream(XbrlInstance.render(report)));
  }

  private static List<String> unit(Document instance, String id) {
    return elements(instance, XBRLI, "unit").stream()
        .filter(unit -> unit.getAttribute("id").equals(id))
        .flatMap(unit -> list(unit.getElementsByTagNameNS(XBRLI, "measure")).stream())
        .map(Element::getTextContent)
        .toList();
  }

  private static String start(Document instance, String contextId) {
    return elements(instance, XBRLI, "context").stream()
        .filter(context -> context.getAttribute("id").equals(contextId))
        .map(context -> context.getElementsByTagNameNS(XBRLI, "startDate").item(0).getTextContent())
        .findFirst()
        .orElseThrow();
  }

  private static String member(Document instance, String contextId) {
    return elements(instance, XBRLI, "context").stream()
        .filter(context -> context.getAttribute("id").equals(contextId))
        .flatMap(context -> list(context.getElementsByTagNameNS("*", "explicitMember")).stream())
        .map(Element::getTextContent)
        .findFirst()
        .orElse("");
  }

  private static List<Element> elements(Document document, String namespace, String name) {
    return list(document.getElementsByTagNameNS(namespace, name));
  }

  private static List<Element> list(NodeList nodes) {
    return IntStream.range(0, nodes.getLength())
        .mapToObj(nodes::item)
        .map(Element.class::cast)
        .toList();
  }
}

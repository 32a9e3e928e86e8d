package com.offgridflow.report.xbrl;

import static org.assertj.core.api.Assertions.assertThat;

import com.offgridflow.report.Report;
import com.offgridflow.report.SampleReports;
import com.offgridflow.report.SharedTaxonomies;
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
                      "GrossScope1GreenhouseGasEmissions",
                      "GrossLocationBasedScope2GreenhouseGasEmissions",
                      "GrossScope3GreenhouseGasEmissions",
                      "LocationBasedGreenhouseGasEmissions")
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
  void shouldBeValidWithoutAnyValue() throws Exception {
    byte[] instance = XbrlInstance.render(SampleReports.empty());

    assertThat(BaseSpecSchemas.errorsWith(CONCEPTS, instance, SPECIFICATIONS)).isEmpty();
  }

  @Test
  void shouldRenderTheSameReportToTheSameBytes() {
    assertThat(XbrlInstance.render(SampleReports.full()))
        .isEqualTo(XbrlInstance.render(SampleReports.full()));
  }

  private static String element(String concept) {
    return "<element name='%s' type='dtr:ghgEmissionsItemType' substitutionGroup='xbrli:item' xbrli:periodType='duration'/>"
        .formatted(concept);
  }

  private static Document parse(Report report) throws Exception {
    return SharedTaxonomies.parse(new ByteArrayInputStream(XbrlInstance.render(report)));
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

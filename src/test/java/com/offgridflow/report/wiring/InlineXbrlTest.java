package com.offgridflow.report.wiring;

import static com.offgridflow.report.SampleReports.total;
import static org.assertj.core.api.Assertions.assertThat;

import com.offgridflow.report.Report;
import com.offgridflow.report.ReportingEntity;
import com.offgridflow.report.SampleReports;
import com.offgridflow.report.SampleYears;
import com.offgridflow.report.SharedTaxonomies;
import com.offgridflow.report.TaggedReports;
import com.offgridflow.report.xbrl.BaseSpecSchemas;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class InlineXbrlTest {
  private static final String IX = "http://www.xbrl.org/2013/inlineXBRL";
  private static final String SCHEMA =
      "http://www.xbrl.org/2013/inlineXBRL/xhtml-inlinexbrl-1_1.xsd";
  private final InlineXbrl inline = new InlineXbrl(new ReportTemplates());

  @Test
  void shouldTagEachValueWithWhatTheReaderSees() throws Exception {
    List<Element> facts = facts(SampleReports.full());

    assertThat(facts)
        .extracting(Element::getTextContent)
        .containsExactly("12.346", "45.679", "11.704", "69.728", "10.469", "1.235");
    assertThat(facts).extracting(fact -> fact.getAttribute("id")).doesNotHaveDuplicates();
    assertThat(facts)
        .allMatch(fact -> fact.getAttribute("format").equals("ixt:num-dot-decimal"))
        .allMatch(fact -> fact.getAttribute("decimals").equals("3"));
    assertThat(facts.get(0).lookupNamespaceURI("ixt"))
        .isEqualTo("http://www.xbrl.org/inlineXBRL/transformation/2022-02-16");
  }

  @Test
  void shouldGroupDigitsAsItsTransformationReadsThem() throws Exception {
    // 1,234,567.8905 kg is 1,234.5678905 t
    Report english = SampleReports.of(List.of(total(1, "", null, "", "1234567.8905", 1)));
    Report german =
        SampleReports.freeze(
            SampleReports.request(Locale.GERMAN),
            List.of(total(1, "", null, "", "1234567.8905", 1)),
            SampleReports.BASIS);

    assertThat(facts(english).get(0).getTextContent()).isEqualTo("1,234.568");
    assertThat(facts(german).get(0).getTextContent()).isEqualTo("1.234,568");
    assertThat(facts(german).get(0).getAttribute("format")).isEqualTo("ixt:num-comma-decimal");
  }

  @Test
  void shouldCarryANegativeSignAsAttributeAndShowItOutside() throws Exception {
    Report report = TaggedReports.of("-2000", "0");

    Element negative = facts(report).get(0);
    assertThat(negative.getAttribute("sign")).isEqualTo("-");
    assertThat(negative.getTextContent()).isEqualTo("2,000.000");
    assertThat(negative.getParentNode().getTextContent()).isEqualTo("\u22122,000.000");
    assertThat(facts(report).get(1).hasAttribute("sign")).isFalse();
    assertThat(facts(report).get(1).getTextContent()).isEqualTo("0.000");
  }

  @Test
  void shouldBeValidInlineXbrl() throws Exception {
    assertThat(BaseSpecSchemas.errors(inline.render(SampleReports.full()), SCHEMA)).isEmpty();
    assertThat(BaseSpecSchemas.errors(inline.render(SampleReports.empty()), SCHEMA)).isEmpty();
  }

  @Test
  void shouldBeValidWithEveryKindOfFact() throws Exception {
    assertThat(BaseSpecSchemas.errors(inline.render(TaggedReports.everything()), SCHEMA)).isEmpty();
  }

  @Test
  void shouldTagNarrativesAsXhtml() throws Exception {
    Element text = tagged(TaggedReports.everything(), "nonNumeric").get(0);

    assertThat(text.getAttribute("escape")).isEqualTo("true");
    assertThat(text.getElementsByTagNameNS("*", "p").getLength()).isEqualTo(2);
    assertThat(text.getTextContent()).startsWith("Net revenue < gross revenue & other income.");
  }

  @Test
  void shouldLeadFromEachFigureToItsFootnote() throws Exception {
    Report report = TaggedReports.everything();

    List<Element> notes = tagged(report, "footnote");

    assertThat(notes).extracting(note -> note.getAttribute("id")).doesNotHaveDuplicates();
    assertThat(notes.get(0).getTextContent())
        .contains("/api/v1/tenants/northwind/reports/2024-annual/facts/f-E1-6.scope-1");
    assertThat(tagged(report, "relationship"))
        .extracting(one -> one.getAttribute("fromRefs") + " " + one.getAttribute("toRefs"))
        .contains("f-E1-6.scope-1 n-E1-6.scope-1");
    assertThat(new String(inline.render(report), StandardCharsets.UTF_8))
        .contains(
            "href=\"#n-E1-6.scope-1\"", "cur/2024-12.csv.gz", "cd".repeat(32), "ab".repeat(32));
  }

  /** The cloud's 6,543.21 + 2,012.3456 + 1,913.58 kg are 10.469 t; at the office 59,259.08 kg. */
  @Test
  void shouldShowEmissionsByScopeCategorySiteAndCloudService() throws Exception {
    String text = parse(inline.render(SampleReports.full())).getDocumentElement().getTextContent();

    assertThat(text.substring(text.indexOf("Emissions by origin")).replaceAll("\\s+", " "))
        .containsSubsequence(
            "By scope",
            "Scope 2",
            "45.679",
            "By Scope 3 category",
            "Purchased goods and services",
            "10.469",
            "By site or region",
            "Hamburg office",
            "59.259",
            "By cloud service",
            "Amazon EC2",
            "6.543",
            "Total",
            "10.469",
            "Data points without a value");
  }

  /** 12.346 is 2.9 % above 12: with the sign that the PDF gives it. */
  @Test
  void shouldShowAnIncreaseWithItsSign() throws Exception {
    Report report = SampleYears.annual(Locale.ENGLISH);

    assertThat(parse(inline.render(report)).getDocumentElement().getTextContent())
        .contains("+2.9 %", "\u221217.7 %");
  }

  /** Four figures of the group, three of other periods and a text have no records behind them. */
  @Test
  void shouldLeadFromEveryFactToAFootnoteWhateverItTags() throws Exception {
    Report report = TaggedReports.everything();
    List<String> facts = new ArrayList<>(ids(report, "nonFraction"));
    facts.addAll(ids(report, "nonNumeric"));

    assertThat(facts).hasSize(14);
    assertThat(ids(report, "footnote")).hasSize(14);
    assertThat(tagged(report, "relationship"))
        .extracting(one -> one.getAttribute("fromRefs"))
        .containsExactlyInAnyOrderElementsOf(facts);
    String document = new String(inline.render(report), StandardCharsets.UTF_8);
    assertThat(ids(report, "footnote"))
        .allMatch(note -> document.contains("<a class=\"note\" href=\"#" + note + "\""));
  }

  private List<String> ids(Report report, String name) throws Exception {
    return tagged(report, name).stream().map(element -> element.getAttribute("id")).toList();
  }

  @Test
  void shouldEscapeTheEntitysName() throws Exception {
    ReportingEntity entity = new ReportingEntity("A & B <GmbH> \"x\"", SampleReports.LEI, "DE");
    Report report =
        SampleReports.freeze(
            SampleReports.request(Locale.ENGLISH, entity),
            SampleReports.TOTALS,
            SampleReports.BASIS);

    Document document = parse(inline.render(report));

    assertThat(document.getElementsByTagNameNS("*", "title").item(0).getTextContent())
        .contains("A & B <GmbH> \"x\"");
  }

  @Test
  void shouldNeedNothingFromOutside() {
    String document = new String(inline.render(SampleReports.full()), StandardCharsets.UTF_8);

    assertThat(document).doesNotContain("<script", "src=", "@import", "url(", "<link ", "<svg");
    assertThat(document).contains("xml:lang=\"en\"");
  }

  @Test
  void shouldRenderTheSameReportToTheSameBytes() {
    assertThat(inline.render(SampleReports.full())).isEqualTo(inline.render(SampleReports.full()));
  }

  private List<Element> facts(Report report) throws Exception {
    return tagged(report, "nonFraction");
  }

  private List<Element> tagged(Report report, String name) throws Exception {
    NodeList found = parse(inline.render(report)).getElementsByTagNameNS(IX, name);
    return IntStream.range(0, found.getLength())
        .mapToObj(found::item)
        .map(Element.class::cast)
        .toList();
  }

  private static Document parse(byte[] document) throws Exception {
    return SharedTaxonomies.parse(new ByteArrayInputStream(document));
  }
}

package com.offgridflow.report.preflight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.offgridflow.report.SampleReports;
import com.offgridflow.report.TaggedReports;
import com.offgridflow.report.wiring.InlineDocuments;
import com.offgridflow.report.xbrl.XbrlInstance;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule, with a document that is broken in one place. */
class PreflightTest {
  private static final String INSTANCE = text(XbrlInstance.render(TaggedReports.everything()));
  private static final String INLINE = text(InlineDocuments.render(TaggedReports.everything()));

  @Test
  void shouldPassWhatTheHubWrites() {
    assertThat(check(INSTANCE)).isEmpty();
    assertThat(check(INLINE)).isEmpty();
  }

  @Test
  void shouldPassAReportWithoutValues() {
    assertThat(check(text(XbrlInstance.render(SampleReports.empty())))).isEmpty();
    assertThat(check(text(InlineDocuments.render(SampleReports.empty())))).isEmpty();
  }

  /** Rule, place, what is replaced, by what. */
  static Stream<Arguments> brokenInstances() {
    String lei = SampleReports.LEI.code();
    String first = "<xbrli:context id=\"c-1\">";
    return Stream.of(
        arguments("ESEF 2.1.1", "c-1", lei, "98450000OFFGRIDHUB78"),
        arguments("ESEF 2.1.1", "c-1", "standards.iso.org/iso/17442", "www.sec.gov/CIK"),
        arguments("ESEF 2.1.2", "c-1", "2024-12-31", "2024-12-31T00:00:00"),
        arguments(
            "ESEF 2.1.3",
            "c-1",
            lei + "</xbrli:identifier>",
            lei + "</xbrli:identifier><xbrli:segment/>"),
        arguments("ESEF 2.1.4", "document", first + "\\s*<xbrli:entity>[^/]*" + lei, ""),
        arguments("ESEF 2.2.1", "f-E1-6.scope-1", "decimals=\"3\"", "decimals=\"INF\""),
        arguments("ESEF 2.2.1", "f-E1-6.scope-1", "decimals=\"3\"", "precision=\"5\""),
        arguments("XBRL 2.1 4.6.5", "f-E1-6.scope-1", "decimals=\"3\"", "decimals=\"1\""),
        arguments("ESEF 2.2.8", "GrossScope1GreenhouseGasEmissions", "id=\"f-E1-6.scope-1\"", ""),
        arguments("ESEF 2.2.8", "f-E1-6.scope-1", "id=\"f-E1-6.scope-3\"", "id=\"f-E1-6.scope-1\""),
        arguments("XBRL 2.1 4.6.1", "f-E1-6.scope-1", "contextRef=\"c-1\"", "contextRef=\"c-9\""),
        arguments("XBRL 2.1 4.7", "u-MWh", "unitRef=\"u-MWh\"", "unitRef=\"u-tCO2e\""),
        arguments("UTR 1.0", "u-tCO2e", "utr:tCO2e", "utr:tonneCO2"),
        arguments("UTR 1.0", "u-EUR", "iso4217:EUR", "iso4217:EUX"),
        arguments("XBRL 2.1 4.2", "document", "<link:schemaRef[^>]*/>", ""),
        arguments("ESEF 2.5.2", "f-E1-6.reconciliation", "xml:lang=\"en\"", ""));
  }

  @ParameterizedTest
  @MethodSource("brokenInstances")
  void shouldNameTheRuleThatAnInstanceBreaks(
      String rule, String place, String good, String broken) {
    String document =
        rule.equals("ESEF 2.1.4")
            ? INSTANCE.replaceFirst(SampleReports.LEI.code(), "DEMO00OFFGRIDFLOW044")
            : INSTANCE.replaceFirst(good, broken);

    assertThat(document).isNotEqualTo(INSTANCE);
    assertBreaks(document, rule, place);
  }

  static Stream<Arguments> brokenInlineDocuments() {
    String body = "<div class=\"page\">";
    String fact = "<ix:nonFraction id=\"f-E1-6.scope-1\"";
    return Stream.of(
        arguments("ESEF 2.2.3", "f-E1-6.scope-1", ">12.346<", ">about twelve<"),
        arguments(
            "ESEF 2.2.3",
            "f-E1-6.scope-1",
            "transformation/2022-02-16",
            "transformation/2010-04-20"),
        arguments("ESEF 2.3.1", "n-E1-6.scope-1", "toRefs=\"n-E1-6.scope-1\"", "toRefs=\"\""),
        arguments(
            "ESEF 2.3.1",
            "n-E1-6.scope-1",
            "n-E1-6.scope-1\" xml:lang=\"en\"",
            "n-E1-6.scope-1\" xml:lang=\"fr\""),
        arguments("ESEF 2.4.1", "ix:fraction", body, body + "<ix:fraction/>"),
        arguments("ESEF 2.4.1", "ix:tuple", body, body + "<ix:tuple/>"),
        arguments("ESEF 2.4.1", "ix:hidden", body, body + "<ix:hidden/>"),
        arguments("ESEF 2.4.2", "base", "<head>", "<head><base href=\"http://example.com/\"/>"),
        arguments("ESEF 2.4.2", "div", body, "<div class=\"page\" xml:base=\"http://a/\">"),
        arguments("ESEF 2.5.1", "script", "<head>", "<head><script>1</script>"),
        arguments("ESEF 2.5.1", "body", "<body>", "<body onload=\"go()\">"),
        arguments("ESEF 2.5.1", "a", body, body + "<a href=\" JavaScript:go()\">x</a>"),
        arguments("ESEF 2.5.2", "document", "<html(.*) xml:lang=\"en\"", "<html$1"),
        arguments("ESEF 2.5.3", "f-E1-6.scope-1", fact, fact + " target=\"other\""),
        arguments("ESEF 2.5.4", "f-E1-6.scope-1", body, "<div style=\"display: none\">"),
        arguments("ESEF 3.5.1", "img", body, body + "<img src=\"http://example.com/x.png\"/>"),
        arguments("ESEF 3.5.1", "link", "<head>", "<head><link href=\"x.css\"/>"),
        arguments("ESEF 3.5.1", "style", "body \\{", "@import 'x.css'; body {"),
        arguments("ESEF 3.5.1", "div", body, "<div style=\"background: url(x.png)\">"));
  }

  @ParameterizedTest
  @MethodSource("brokenInlineDocuments")
  void shouldNameTheRuleThatAnInlineDocumentBreaks(
      String rule, String place, String good, String broken) {
    String document = INLINE.replaceFirst(good, broken);

    assertThat(document).isNotEqualTo(INLINE);
    assertBreaks(document, rule, place);
  }

  @Test
  void shouldRefuseTwoValuesForTheSame() {
    String copy =
        "<esrs:GrossScope1GreenhouseGasEmissions id=\"f-2\" contextRef=\"c-1\""
            + " unitRef=\"u-tCO2e\" decimals=\"1\">%s</esrs:GrossScope1GreenhouseGasEmissions></xbrli:xbrl>";

    // 12.346 ± 0.0005 lies in 12.3 ± 0.05, and not in 12.5 ± 0.05
    assertThat(check(INSTANCE.replace("</xbrli:xbrl>", copy.formatted("12.3")))).isEmpty();
    assertBreaks(INSTANCE.replace("</xbrli:xbrl>", copy.formatted("12.5")), "ESEF 2.2.4", "f-2");
  }

  @Test
  void shouldRefuseTwoTextsForTheSame() {
    String copy =
        "<esrs:DisclosureOfReconciliationToFinancialStatementsOfNetRevenueUsedForCalculationOfGHGEmissionsIntensityExplanatory"
            + " id=\"f-2\" contextRef=\"c-1\" xml:lang=\"en\">Other</esrs:DisclosureOfReconciliationToFinancialStatementsOfNetRevenueUsedForCalculationOfGHGEmissionsIntensityExplanatory></xbrli:xbrl>";

    assertBreaks(INSTANCE.replace("</xbrli:xbrl>", copy), "ESEF 2.2.4", "f-2");
  }

  @Test
  void shouldRefuseContextsThatSayTheSame() {
    String context = INSTANCE.substring(INSTANCE.indexOf("<xbrli:context id=\"c-1\">"));
    context = context.substring(0, context.indexOf("</xbrli:context>") + 16);
    String twice = INSTANCE.replace(context, context + context.replace("\"c-1\"", "\"c-99\""));

    assertBreaks(twice, "XBRL 2.1 4.7", "c-99");
  }

  @Test
  void shouldAllowImagesThatAreInlined() {
    String document =
        INLINE.replace(
            "<div class=\"page\">",
            "<div class=\"page\"><img alt=\"\" src=\"data:image/png;base64,AA==\"/>");

    assertThat(check(document)).isEmpty();
  }

  @Test
  void shouldNotFollowExternalEntities() {
    String document =
        INSTANCE.replaceFirst(
            "\\?>", "?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>");

    assertThatThrownBy(() -> check(document))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("DOCTYPE is disallowed");
  }

  @Test
  void shouldSayRuleFactAndRemedy() {
    List<Violation> violations = check(INSTANCE.replaceFirst("decimals=\"3\"", "decimals=\"INF\""));

    assertThatThrownBy(() -> Preflight.requireNone("report.xbrl", violations))
        .isInstanceOf(PreflightException.class)
        .hasMessageContaining("report.xbrl fails preflight")
        .hasMessageContaining("ESEF 2.2.1, f-E1-6.scope-1")
        .hasMessageContaining("state decimals as an integer such as 3");
  }

  private static void assertBreaks(String document, String rule, String place) {
    assertThat(check(document))
        .extracting(Violation::rule, Violation::place)
        .contains(tuple(rule, place));
  }

  private static List<Violation> check(String document) {
    return Preflight.check(document.getBytes(StandardCharsets.UTF_8), Optional.empty());
  }

  private static String text(byte[] document) {
    return new String(document, StandardCharsets.UTF_8);
  }
}

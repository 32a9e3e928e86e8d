package com.offgridflow.report.wiring;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.offgridflow.console.wiring.TestLogin;
import com.offgridflow.report.OtherReleases;
import com.offgridflow.report.Report;
import com.offgridflow.report.SharedTaxonomies;
import com.offgridflow.wiring.Sandbox;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The way home from each fact of a document, whatever it tags. */
@QuarkusTest
class TracedFactsTest {
  private static final String INLINE = "http://www.xbrl.org/2013/inlineXBRL";
  private static final List<String> STATEMENTS =
      List.of(
          statement("net-revenue", "2024", "\"value\": 4000, \"unit\": \"EUR\""),
          statement("net-revenue", "2023", "\"value\": 3000, \"unit\": \"EUR\""),
          statement("methodology", "2024", "\"text\": \"As measured.\", \"language\": \"en\""));

  @Inject BilledReports.Of tenants;
  @Inject TestLogin login;
  @Inject ReportStore store;
  @Inject Sandbox sandbox;
  private BilledReports bills;
  private Report report;

  @BeforeEach
  void begin() {
    bills = tenants.ofNewTenant();
    bills.take("first", "1000", "2000");
    STATEMENTS.forEach(this::state);
    bills.report("first");
    report = store.load(bills.tenant(), bills.reportId("first"));
  }

  @Test
  void shouldFindEveryFactOfTheDocuments() throws Exception {
    List<String> facts = facts(report);

    assertThat(facts).contains("f-E1-6.methodology").anyMatch(id -> id.contains("previous-year"));
    facts.forEach(fact -> fact(fact).statusCode(200).body("fact", equalTo(fact)));
  }

  @Test
  void shouldFindEveryFactOfTheDocumentsForAnotherRelease() throws Exception {
    Report other = OtherReleases.render(report, "esrs-2026").orElseThrow();

    facts(other).forEach(fact -> fact(fact).statusCode(200).body("fact", equalTo(fact)));
  }

  @Test
  void shouldLeadFromAStatedFigureToItsStatement() {
    fact("f-E1-6.net-revenue")
        .body("emissions", equalTo(0))
        .body("stated.key", contains("net-revenue"))
        .body("stated.source", contains("manual"))
        .body("stated.by", contains("test"));
    fact("f-E1-6.scope-2-location").body("stated", empty()).body("origin", hasSize(2));
  }

  @Test
  void shouldLeadFromWordsToTheirStatement() {
    fact("f-E1-6.methodology")
        .body("text", equalTo("As measured."))
        .body("value", equalTo(null))
        .body("stated.key", contains("methodology"));
  }

  @Test
  void shouldLeadFromAFigureOfAnotherPeriodToWhoPublishedIt() {
    fact("f-E1-6.net-revenue.previous-year-2023-01-01")
        .body("value", equalTo(3000))
        .body("period.start", equalTo("2023-01-01"))
        .body("source", equalTo("stated by test: manual"))
        .body("stated", empty())
        .body("origin", empty());
  }

  @Test
  void shouldFindAStatementThatWasChanged() {
    long statement = report.stated().get(0).statement();
    sandbox
        .owner()
        .update("update statement set source = 'elsewhere' where statement_id = ?", statement);

    verify()
        .body("intact", equalTo(false))
        .body("findings.part", contains("statement"))
        .body("findings.key", contains(String.valueOf(statement)));
  }

  /** A statement that another one follows is still the one that the report rests on. */
  @Test
  void shouldProveAReportWhoseStatementWasSuperseded() {
    state(statement("net-revenue", "2024", "\"value\": 5000, \"unit\": \"EUR\""));

    verify().body("intact", equalTo(true));
  }

  @Test
  void shouldFindAReportWhoseRowSaysAnotherPeriodThanItsText() {
    sandbox
        .owner()
        .update(
            "update report set period_end = '2025-02-01' where report_id = ?::uuid",
            report.request().id());

    verify()
        .body("findings.part", contains("report"))
        .body("findings.message", contains(containsString("'2025-02-01' in its row")));
  }

  private ValidatableResponse verify() {
    String path = "/api/v1/tenants/%s/reports/%s/verify";
    return given()
        .cookie("hub_console", login.token("admin"))
        .get(path.formatted(bills.tenant(), report.request().id()))
        .then()
        .statusCode(200);
  }

  private static List<String> facts(Report report) throws Exception {
    NodeList all =
        SharedTaxonomies.parse(new ByteArrayInputStream(InlineDocuments.render(report)))
            .getElementsByTagNameNS(INLINE, "*");
    return IntStream.range(0, all.getLength())
        .mapToObj(all::item)
        .map(Element.class::cast)
        .filter(element -> element.getLocalName().startsWith("non"))
        .map(element -> element.getAttribute("id"))
        .toList();
  }

  private static String statement(String key, String period, String rest) {
    return "{\"key\": \"%s\", \"period\": \"%s\", %s, \"source\": \"manual\"}"
        .formatted(key, period, rest);
  }

  private void state(String statement) {
    given()
        .cookie("hub_console", login.token("admin"))
        .contentType("application/json")
        .body(statement)
        .post("/api/v1/tenants/" + bills.tenant() + "/statements")
        .then()
        .statusCode(200);
  }

  private ValidatableResponse fact(String fact) {
    String path = "/api/v1/tenants/%s/reports/%s/facts/%s";
    return given()
        .cookie("hub_console", login.token("admin"))
        .get(path.formatted(bills.tenant(), report.request().id(), fact))
        .then();
  }
}

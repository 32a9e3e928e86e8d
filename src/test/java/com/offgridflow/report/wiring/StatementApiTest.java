package com.offgridflow.report.wiring;

import static com.offgridflow.intake.wiring.Records.electricity;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import com.offgridflow.console.wiring.TestLogin;
import com.offgridflow.intake.wiring.TestIntake;
import com.offgridflow.job.JobRequest;
import com.offgridflow.job.wiring.TestWorker;
import com.offgridflow.report.Comparison;
import com.offgridflow.report.Report;
import com.offgridflow.report.ReportValue;
import com.offgridflow.tenant.wiring.Tenants;
import com.offgridflow.wiring.Sandbox;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Statements, completeness, other years and other releases, from the outside. */
@QuarkusTest
class StatementApiTest {
  private static final String REVENUE =
      "{\"key\": \"net-revenue\", \"period\": \"2024\", \"value\": 4000, \"unit\": \"EUR\","
          + " \"source\": \"Annual report 2024, page 12\"}";

  @Inject TestIntake intake;
  @Inject Sandbox sandbox;
  @Inject Tenants tenants;
  @Inject TestWorker worker;
  @Inject TestLogin login;
  @Inject ReportStore reports;
  private String tenant;

  @BeforeEach
  void begin() {
    tenant = sandbox.tenant();
  }

  @Test
  void shouldSupersedeAndNeverChangeWhatWasStated() {
    state(REVENUE).statusCode(200).body("changed", equalTo(1));
    state(REVENUE).statusCode(200).body("changed", equalTo(0)).body("unchanged", equalTo(1));
    state(REVENUE.replace("4000", "5000")).statusCode(200).body("changed", equalTo(1));

    login.admin()
        .get(api("/statements?key=net-revenue"))
        .then()
        .body("value", contains("5000"))
        .body("stated_by", contains("test"));
    login.admin()
        .get(api("/statements?superseded=true"))
        .then()
        .body("value", contains("5000", "4000"))
        .body("superseded_by", hasItem("test"));
  }

  @Test
  void shouldAnswerWithProblemsThatNameEachField() {
    state(
            "{\"key\": \"net-revenue\", \"period\": \"2024\", \"value\": \"4.000\", \"unit\": \"kg\"}")
        .statusCode(400)
        .contentType("application/problem+json")
        .body("errors.field", contains("/source"));
    state(REVENUE.replace("EUR", "kg"))
        .statusCode(400)
        .body("errors.field", contains("/unit"))
        .body("errors.message", hasItem(containsString("ISO 4217")));
  }

  @Test
  void shouldTakeATableAsAWholeOrNotAtAll() {
    String header = "key,period,value,unit,text,language,source\n";
    String good = "energy.sold,2024,12,MWh,,,meter\nmethodology,2024,,,As measured.,en,manual\n";
    load(header + good + "energy.sold,2024,12,apples,,,meter\n")
        .statusCode(400)
        .body("errors.field", hasItem("row 3, unit"));
    assertThat(sandbox.count(tenant, "select count(*) from statement")).isZero();

    load(header + good).statusCode(200).body("changed", equalTo(2));

    String csv = login.admin().accept("text/csv").get(api("/statements")).then().extract().asString();
    assertThat(csv.lines()).hasSize(3);
  }

  @Test
  void shouldRefuseATableWhoseQuotesDoNotEnd() {
    load("key,value\n\"revenue,1\n")
        .statusCode(400)
        .body("detail", containsString("the table cannot be read"));
  }

  @Test
  void shouldNotShowStatementsToOtherTenants() {
    state(REVENUE).statusCode(200);
    String other = sandbox.tenant();

    assertThat(sandbox.count(other, "select count(*) from statement")).isZero();
    login.admin().get("/api/v1/tenants/nobody/statements").then().statusCode(404);
  }

  @Test
  void shouldSayWhatADataPointLacksAndWhatFillsIt() {
    take("1000");
    login.admin()
        .get(api("/frameworks/esrs-2023/completeness?period=2024"))
        .then()
        .statusCode(200)
        .body(point("E1-6.scope-2-location") + ".state", equalTo("computed"))
        .body(point("E1-6.net-revenue") + ".lacks", equalTo("statement"))
        .body(point("E1-6.net-revenue") + ".names", contains("net-revenue"))
        .body(point("E1-6.scope-1") + ".lacks", equalTo("activities"))
        .body(point("E1-6.scope-1") + ".names", hasItem("stationary-combustion"))
        .body(point("E1-6.scope-1") + ".statement", equalTo("emissions.scope-1"));

    state(REVENUE);

    login.admin()
        .get(api("/frameworks/esrs-2023/completeness?period=2024"))
        .then()
        .body(point("E1-6.net-revenue") + ".state", equalTo("stated"))
        .body(point("E1-6.net-revenue") + ".source", startsWith("Annual report"));
    login.admin()
        .get(api("/frameworks/esrs-2023/completeness?period=soon"))
        .then()
        .statusCode(400)
        .body("errors[0].value", equalTo("soon"));
    login.admin().get(api("/frameworks/esrs-1/completeness?period=2024")).then().statusCode(404);
  }

  /**
   * 1000 kWh × 0.32965 kg/kWh (Ember 2026, Germany) = 0.32965 t by location, which no instrument
   * covers: 1 MWh from unspecified, that is fossil, sources. (0 + 0.32965 + 0) t / 4000 EUR =
   * 0.000082413 t/EUR. Against 0.5 t in 2023: (0.330 − 0.5) / 0.5 = −34 %.
   */
  @Test
  void shouldFreezeIntensityEnergyAndOtherYears() {
    take("1000");
    state(REVENUE);
    state(figure("emissions.scope-1", "2024", "0"));
    state(figure("emissions.scope-3", "2024", "0"));
    state(figure("emissions.scope-2.location", "2023", "0.5"));
    state(figure("emissions.scope-2.location", "2019", "1"));
    state(
            "{\"key\": \"base-year\", \"period\": \"2024\", \"text\": \"2019\", \"language\":"
                + " \"en\", \"source\": \"board\"}")
        .statusCode(200);

    Report report = reports.load(tenant, report("2024", 2024));

    assertThat(value(report, "E1-6.intensity-location").published())
        .isEqualByComparingTo("0.000082413");
    assertThat(value(report, "E1-6.intensity-location").unit()).isEqualTo("tCO2e/EUR");
    assertThat(value(report, "E1-5.total").published()).isEqualByComparingTo("1");
    assertThat(value(report, "E1-5.fossil-share").published()).isEqualByComparingTo("1");
    assertThat(report.comparisons())
        .filteredOn(past -> past.dataPoint().equals("E1-6.scope-2-location"))
        .extracting(Comparison::role, past -> past.changePercent().orElseThrow().intValueExact())
        .containsExactlyInAnyOrder(
            org.assertj.core.api.Assertions.tuple(Comparison.Role.PREVIOUS_YEAR, -34),
            org.assertj.core.api.Assertions.tuple(Comparison.Role.BASE_YEAR, -67));
    assertThat(report.stated())
        .anyMatch(
            stated ->
                stated.dataPoint().equals("E1-6.net-revenue")
                    && stated.source().equals("Annual report 2024, page 12"));
  }

  /** What a report published counts before what is stated for its year. */
  @Test
  void shouldCompareWithTheReportOfTheYearBefore() {
    take("1000");
    state(figure("emissions.scope-2.location", "2024", "7"));
    String before = report("2024", 2024);

    Report report = reports.load(tenant, report("2025", 2025));

    assertThat(report.comparisons())
        .filteredOn(past -> past.dataPoint().equals("E1-6.scope-2-location"))
        .extracting(Comparison::published, Comparison::source)
        .containsExactly(
            org.assertj.core.api.Assertions.tuple(
                new java.math.BigDecimal("0.330"), "report " + before));
  }

  @Test
  void shouldRenderAFrozenReportForTheRevisedRelease() {
    take("1000");
    String id = report("2024", 2024);

    login.admin()
        .get(api("/reports/" + id + "/as/esrs-2026"))
        .then()
        .statusCode(200)
        .body("framework.status", equalTo("draft"))
        .body("values.dataPoint", hasItem("E1-8.scope-2-location"));
    login.admin().get(api("/reports/" + id + "/as/vsme-2025")).then().statusCode(404);
    login.admin()
        .get(api("/reports/" + id + "/as/esrs-2026/xbrl"))
        .then()
        .statusCode(200)
        .contentType("application/xml")
        .header("Content-Disposition", containsString("-esrs-2026-2024-01-01-2024-12-31.xbrl"))
        .body(containsString("f-E1-8.scope-2-location"));
    login.admin()
        .get(api("/reports/" + id + "/as/esrs-2026/ixbrl"))
        .then()
        .statusCode(200)
        .body(containsString("f-E1-8.scope-2-location"));
    login.admin()
        .get(api("/reports/" + id + "/facts/f-E1-8.scope-2-location"))
        .then()
        .statusCode(200)
        .body("dataPoint", equalTo("E1-8.scope-2-location"))
        .body("origin.size()", equalTo(1));
    login.admin()
        .get(api("/reports/" + id + "/as/esrs-2026/papyrus"))
        .then()
        .statusCode(404)
        .body("detail", containsString("ixbrl"));
  }

  @Test
  void shouldShowFrameworksAndCrosswalks() {
    login.admin()
        .get("/api/v1/frameworks")
        .then()
        .body("id", hasItem("ca-sb-253"))
        .body("find { it.id == 'sec-2024' }.status", equalTo("stayed"));
    login.admin()
        .get("/api/v1/frameworks/esrs-2023")
        .then()
        .body("data_points.find { it.id == 'E1-6.net-revenue' }.statement", equalTo("net-revenue"));
    login.admin()
        .get("/api/v1/frameworks/esrs-2023/crosswalks/esrs-2026")
        .then()
        .body("find { it.from == 'E1-6.total-location' }.change", equalTo("fell-away"))
        .body("findAll { it.change == 'new' }.from", hasItem(""));
    login.admin().get("/api/v1/frameworks/esrs-1999").then().statusCode(404);
    login.admin()
        .get("/api/v1/frameworks/esrs-2023/crosswalks/gri-302-305-2016")
        .then()
        .statusCode(404)
        .body("errors", hasSize(0));
  }

  private static String figure(String key, String period, String tonnes) {
    return "{\"key\": \"%s\", \"period\": \"%s\", \"value\": %s, \"unit\": \"tCO2e\", \"source\": \"x\"}"
        .formatted(key, period, tonnes);
  }

  private static String point(String id) {
    return "data_points.find { it.id == '%s' }".formatted(id);
  }

  private static ReportValue value(Report report, String id) {
    return report.values().stream()
        .filter(value -> value.dataPoint().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private String report(String occasion, int year) {
    tenants.putPlan(
        tenant,
        "annual-" + year,
        "esrs-2023",
        LocalDate.of(year, 1, 1),
        LocalDate.of(year + 1, 1, 1),
        List.of());
    worker.run(tenant, JobRequest.report("annual-" + year, occasion));
    return sandbox
        .row(
            tenant,
            "select report_id::text as id from report where plan_id = ? order by frozen_at desc limit 1",
            "annual-" + year)
        .get("id")
        .toString();
  }

  private void take(String kwh) {
    intake.take(tenant, "bills", "2024-09", kwh, List.of(electricity("a", kwh)));
    worker.run(tenant, JobRequest.estimate(kwh));
  }

  private ValidatableResponse state(String json) {
    return login.admin().contentType("application/json").body(json).post(api("/statements")).then();
  }

  private ValidatableResponse load(String csv) {
    return login.admin().contentType("text/csv").body(csv).post(api("/statements")).then();
  }

  private String api(String path) {
    return "/api/v1/tenants/" + tenant + path;
  }
}

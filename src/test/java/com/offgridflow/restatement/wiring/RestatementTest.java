package com.offgridflow.restatement.wiring;

import static com.offgridflow.intake.wiring.Records.electricity;
import static com.offgridflow.intake.wiring.Records.with;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import com.offgridflow.console.wiring.TestLogin;
import com.offgridflow.factor.wiring.FactorEditions;
import com.offgridflow.factor.wiring.SentTable;
import com.offgridflow.intake.wiring.TestIntake;
import com.offgridflow.job.JobRequest;
import com.offgridflow.job.wiring.TestWorker;
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

/**
 * Bills of gas and electricity. EPA Hub 2024, table 1, natural gas per mmBtu: 53.06 kg CO2, 1 g
 * CH4, 0.1 g N2O. 100 mmBtu are 5306 kg + 0.1 kg CH4 + 0.01 kg N2O: with AR6 (27.9 and 273) 5306 +
 * 2.79 + 2.73 = 5311.52 kg CO2e, with AR5 (28 and 265) 5306 + 2.8 + 2.65 = 5311.45. Ember 2026 has
 * no gases: 1000 kWh in Germany are 329.65 kg by either.
 */
@QuarkusTest
class RestatementTest {
  private static final String HEADER =
      "account,site,kind,quantity,unit,period_start,period_end,country,invoice\n";
  private static final String GAS = "G1,Works,gas,1000,therm,2025-01-01,2025-01-31,US,G\n";
  private static final String POWER = "E1,Works,electricity,1000,kWh,2025-01-01,2025-01-31,DE,E\n";
  private static final String AR5 =
      """
      {"period_start": "2025-01-01", "period_end": "2026-01-01", "gwp_set": "AR5",
       "reason": "the framework asks for AR5", "key": "ar5"}""";

  @Inject TestIntake intake;
  @Inject Sandbox sandbox;
  @Inject TestWorker worker;
  @Inject Tenants tenants;
  @Inject TestLogin login;
  @Inject FactorEditions editions;
  private String tenant;
  private int count;

  @BeforeEach
  void begin() {
    tenant = sandbox.tenant();
    sandbox.connect(tenant, "bills", "utility-csv");
    tenants.putPlan(
        tenant,
        "annual",
        "esrs-2023",
        LocalDate.of(2025, 1, 1),
        LocalDate.of(2026, 1, 1),
        List.of());
  }

  @Test
  void shouldProposeAnotherGwpSetLineByLine() {
    bills("bills.csv", GAS + POWER);

    int id = restate(AR5);

    get("/restatements/" + id)
        .body("state", equalTo("proposed"))
        .body("lines", equalTo(1))
        .body("requested_by", equalTo("test"))
        .body("basis.gwp_set", equalTo("AR5"));
    get("/restatements/" + id + "/lines")
        .body("", hasSize(1))
        .body("[0].causes", equalTo("gwp-set"))
        .body("[0].detail", equalTo("AR6 -> AR5"))
        .body("[0].old_kg_co2e", equalTo(5311.52f))
        .body("[0].new_kg_co2e", equalTo(5311.45f))
        .body("[0].difference_kg_co2e", equalTo(-0.07f))
        .body("[0].evidence_object", equalTo("bills.csv"))
        .body("[0].locator", equalTo("line 2"));
    get("/restatements/" + id + "/data-points")
        .body("find { it.data_point == 'E1-6.scope-1' }.before", equalTo(5.31152f))
        .body("find { it.data_point == 'E1-6.scope-1' }.after", equalTo(5.31145f))
        .body("find { it.data_point == 'E1-6.scope-2-location' }.difference", equalTo(0f));
    assertThat(inForce()).containsExactly("electricity 329.65", "stationary-combustion 5311.52");
  }

  /**
   * With 10 t of Scope 3 and 1000 EUR stated: 5.31152 + 0.32965 + 10 = 15.64117 t before, of AR5
   * 5.31145 + 0.32965 + 10 = 15.6411 t; per EUR a thousandth of that.
   */
  @Test
  void shouldPreviewTotalsIntensitiesAndEnergyToo() {
    bills("bills.csv", GAS + POWER);
    state("emissions.scope-3", "10", "tCO2e");
    state("net-revenue", "1000", "EUR");

    int id = restate(AR5);

    get("/restatements/" + id + "/data-points")
        .body("find { it.data_point == 'E1-6.total-location' }.before", equalTo(15.64117f))
        .body("find { it.data_point == 'E1-6.total-location' }.after", equalTo(15.6411f))
        .body("find { it.data_point == 'E1-6.intensity-location' }.before", equalTo(0.01564117f))
        .body("find { it.data_point == 'E1-6.intensity-location' }.after", equalTo(0.0156411f))
        .body("data_point", hasItem("E1-5.fuel.gas"))
        .body("data_point", not(hasItem("E1-6.net-revenue")));
    assertThat(inForce()).containsExactly("electricity 329.65", "stationary-combustion 5311.52");
  }

  private void state(String key, String value, String unit) {
    String body =
        "{\"key\": \"%s\", \"period\": \"2025\", \"value\": %s, \"unit\": \"%s\", \"source\": \"invented\"}";
    post("/statements", body.formatted(key, value, unit)).statusCode(lessThan(300));
  }

  /** 1000 GB × 0.001 kWh/GB × PUE 1.135 of AWS in the profile = 1.135 kWh. */
  @Test
  void shouldRecalculateCloudUseByAnotherProfile() {
    Map<String, Object> traffic = with(electricity("n", "1000"), "kind", "cloud.network");
    traffic.putAll(Map.of("unit", "GB", "supplier", "aws", "region", "us-east-1", "country", "US"));
    intake.take(tenant, "cloud", "digest", "first", List.of(traffic));
    worker.run(tenant, JobRequest.estimate("first"));

    int id =
        restate(
            AR5.replace("2025", "2024")
                .replace("2026", "2025")
                .replace("\"gwp_set\": \"AR5\"", "\"profile\": \"ccf-2024\""));

    get("/restatements/" + id).body("state", equalTo("proposed"));
    get("/restatements/" + id + "/lines").body("causes", everyItem(containsString("method")));
    assertThat(
            sandbox.row(
                tenant,
                "select trim_scale(energy_kwh)::text as kwh from emission where profile = 'ccf-2024'"))
        .containsEntry("kwh", "1.135");
  }

  @Test
  void shouldWriteTheLinesAsCsv() {
    bills("bills.csv", GAS);
    int id = restate(AR5);

    String csv =
        login.admin()
            .accept("text/csv")
            .get(path("/restatements/" + id + "/lines"))
            .then()
            .statusCode(200)
            .extract()
            .asString();

    assertThat(csv.split("\r\n")).hasSize(2);
    assertThat(csv).startsWith("line,source,record_key,").contains("gwp-set,AR6 -> AR5");
  }

  @Test
  void shouldPutAnApprovedRestatementInForceAndNameItInTheNextReport() {
    bills("bills.csv", GAS + POWER);
    String before = report("before");
    int id = restate(AR5);

    post("/restatements/" + id + "/approve", "{\"reason\": \"agreed with the auditor\"}")
        .statusCode(200)
        .body("state", equalTo("approved"))
        .body("decided_by", equalTo("test"))
        .body("decision_reason", equalTo("agreed with the auditor"));

    assertThat(inForce()).containsExactly("electricity 329.65", "stationary-combustion 5311.45");
    String content = content(report("after"));
    assertThat(content)
        .contains("\"restatement\":" + id)
        .contains("\"approvedBy\":\"test\"")
        .contains("\"report\":\"" + before + "\"")
        .containsPattern("\"exact\":5\\.311450*,")
        .contains("\"previous\":5.312");
    assertThat(content(before))
        .containsPattern("\"exact\":5\\.311520*,")
        .doesNotContain("restatement");
  }

  @Test
  void shouldCalculateOnceHoweverOftenTheJobRuns() {
    bills("bills.csv", GAS);
    int id = restate(AR5);
    List<Map<String, Object>> lines =
        sandbox.rows(tenant, "select line_id, new_emission_id from restatement_line");

    sandbox
        .owner()
        .update("update restatement set state = 'calculating' where restatement_id = ?", id);
    sandbox
        .owner()
        .update(
            "update job set state = 'queued', run_at = now() where tenant_id = ? and kind = 'restate'",
            tenant);
    worker.drain();
    post("/restatements", AR5).statusCode(202).body("id", equalTo(id));
    worker.drain();

    assertThat(sandbox.rows(tenant, "select line_id, new_emission_id from restatement_line"))
        .isEqualTo(lines);
    assertThat(sandbox.count(tenant, "select count(*) from emission")).isEqualTo(2);
    get("/restatements/" + id).body("state", equalTo("proposed"));
  }

  @Test
  void shouldLeaveEverythingAsItIsWhenRefused() {
    bills("bills.csv", GAS);
    int id = restate(AR5);

    post("/restatements/" + id + "/refuse", "{\"reason\": \"not material\"}")
        .body("state", equalTo("refused"));

    assertThat(inForce()).containsExactly("stationary-combustion 5311.52");
    post("/restatements/" + id + "/approve", "{\"reason\": \"after all\"}")
        .statusCode(409)
        .contentType("application/problem+json")
        .body("detail", containsString("is refused"));
  }

  @Test
  void shouldNotApproveWhatIsOutOfDate() {
    bills("bills.csv", GAS);
    int first = restate(AR5);
    int second = restate(AR5.replace("\"key\": \"ar5\"", "\"key\": \"again\""));
    post("/restatements/" + first + "/approve", "{\"reason\": \"first\"}").statusCode(200);

    post("/restatements/" + second + "/approve", "{\"reason\": \"second\"}")
        .statusCode(409)
        .body("detail", containsString("out of date: 1 of its lines"));

    assertThat(inForce()).containsExactly("stationary-combustion 5311.45");
  }

  @Test
  void shouldHaveNothingToDecideWhereNothingDiffers() {
    bills("bills.csv", POWER);

    int id = restate(AR5);

    get("/restatements/" + id).body("state", equalTo("unchanged")).body("lines", equalTo(0));
  }

  /** No factor was known in the year 2000. */
  @Test
  void shouldSayWhatHasNoFigureWithWhatWasKnownThen() {
    bills("bills.csv", POWER);

    int id =
        restate(
            """
            {"period_start": "2025-01-01", "period_end": "2026-01-01", "reason": "as known then",
             "factors_known_at": "2000-01-01T00:00:00Z"}""");

    get("/restatements/" + id + "/lines")
        .body("[0].causes", equalTo("removed"))
        .body("[0].difference_kg_co2e", equalTo(-329.65f));
  }

  /** 1000 kWh at the utility's 0.4 kg are 400 kg: 70.35 kg more than by the country's average. */
  @Test
  void shouldShowWhatAnEditionWouldChangeBeforeItIsApproved() {
    bills("bills.csv", POWER);
    String table =
        """
        id,kind,subject,place,valid_from,valid_to,per_unit,unit,value,co2,ch4,n2o,biogenic_co2,gwp_set,publisher,edition,table_name,row_name,licence,note
        own:DE,grid.location,,DE,2024-01-01,2026-01-01,kWh,kg CO2e,0.4,,,,,,Utility,2025,letter,1,own,
        """;
    long edition =
        editions
            .propose(tenant, new SentTable("own", "letter.csv", "test", table.getBytes(UTF_8)))
            .edition()
            .id();

    int id =
        restate(
            """
            {"period_start": "2025-01-01", "period_end": "2026-01-01", "reason": "what if",
             "edition": "%d"}"""
                .formatted(edition));

    get("/restatements/" + id + "/lines")
        .body("", hasSize(1))
        .body("[0].causes", equalTo("factor"))
        .body("[0].old_factors", equalTo("ember-2026:DE"))
        .body("[0].new_kg_co2e", equalTo(400f))
        .body("[0].difference_kg_co2e", equalTo(70.35f));
    assertThat(inForce()).containsExactly("electricity 329.65");
  }

  @Test
  void shouldApproveByItselfWhatTouchesNoFiledPeriodIfTheTenantSaysSo() {
    bills("bills.csv", GAS);
    login.admin()
        .contentType("application/json")
        .body("{\"approves_unfiled\": true}")
        .put(path("/restatement-policy"))
        .then()
        .statusCode(200);

    int id = restate(AR5);

    get("/restatements/" + id)
        .body("state", equalTo("approved"))
        .body("decided_by", equalTo("hub"));
    file(report("now"));
    int other = restate(AR5.replace("AR5\",\n", "AR6\",\n").replace("\"ar5\"", "\"ar6\""));
    get("/restatements/" + other).body("state", equalTo("proposed"));
  }

  /** 500 kWh are 164.825 kg, which the filed year does not have until somebody approves. */
  @Test
  void shouldProposeALateBillOfAFiledPeriod() {
    bills("bills.csv", POWER);
    file(report("annual"));

    bills("late.csv", "E2,Depot,electricity,500,kWh,2025-12-20,2026-01-08,DE,L\n");

    // 12 of 20 days are in 2025: 300 kWh, 98.895 kg; the 200 kWh of 2026 count at once
    assertThat(inForce()).containsExactly("electricity 329.65", "electricity 65.93");
    get("/restatements")
        .body("", hasSize(1))
        .body("[0].state", equalTo("proposed"))
        .body("[0].requested_by", equalTo("hub"));
    int id = id();
    get("/restatements/" + id + "/lines")
        .body("causes", hasItem("added"))
        .body("[0].new_kg_co2e", equalTo(98.895f))
        .body("[0].day", equalTo("2025-12-20"));
    get("/restatements/" + id + "/data-points")
        .body("[0].period_start", equalTo("2025-01-01"))
        .body("[0].before", equalTo(0.32965f))
        .body("[0].after", equalTo(0.428545f));
    post("/restatements/" + id + "/approve", "{\"reason\": \"late\"}").statusCode(200);
    assertThat(inForce())
        .containsExactly("electricity 329.65", "electricity 65.93", "electricity 98.895");
  }

  /** 1100 kWh are 362.615 kg. */
  @Test
  void shouldProposeACorrectionInAFiledPeriodAndCountTheOldFigureUntilThen() {
    bills("bills.csv", POWER);
    file(report("annual"));

    bills("bills.csv", POWER.replace("1000", "1100"));

    assertThat(inForce()).containsExactly("electricity 329.65");
    int id = id();
    get("/restatements/" + id + "/lines")
        .body("", hasSize(1))
        .body("[0].causes", equalTo("activity"))
        .body("[0].detail", equalTo("1000 kWh -> 1100 kWh"))
        .body("[0].difference_kg_co2e", equalTo(32.965f));
    post("/restatements/" + id + "/approve", "{\"reason\": \"corrected\"}").statusCode(200);
    assertThat(inForce()).containsExactly("electricity 362.615");
  }

  @Test
  void shouldProposeToRemoveWhatWasWithdrawnFromAFiledPeriod() {
    bills("bills.csv", GAS + POWER);
    file(report("annual"));

    bills("bills.csv", POWER);

    assertThat(inForce()).containsExactly("electricity 329.65", "stationary-combustion 5311.52");
    int id = id();
    get("/restatements/" + id + "/lines")
        .body("", hasSize(1))
        .body("[0].causes", equalTo("removed"));
    post("/restatements/" + id + "/approve", "{\"reason\": \"never delivered\"}").statusCode(200);
    assertThat(inForce()).containsExactly("electricity 329.65");
  }

  @Test
  void shouldCorrectAndWithdrawAtOnceWhereNothingIsFiled() {
    bills("bills.csv", GAS + POWER);

    bills("bills.csv", POWER.replace("1000", "1100"));

    assertThat(inForce()).containsExactly("electricity 362.615");
    get("/restatements").body("", hasSize(0));
  }

  @Test
  void shouldNotFileAReportWhoseFiguresHaveMoved() {
    bills("bills.csv", POWER);
    String report = report("annual");
    bills("late.csv", GAS);

    post("/reports/" + report + "/file", "")
        .statusCode(409)
        .contentType("application/problem+json")
        .body("detail", containsString("1 emissions of its period have come or gone"));
  }

  @Test
  void shouldFileAReportOnce() {
    bills("bills.csv", POWER);
    String report = report("annual");
    String filedAt = file(report);

    assertThat(file(report)).isEqualTo(filedAt);
    get("/reports").body("[0].filed_by", equalTo("test"));
  }

  @Test
  void shouldNameEachFieldAtFault() {
    post(
            "/restatements",
            "{\"period_start\": \"2025-02-30\", \"period_end\": \"2026-01-01\", \"gwp\": \"AR5\"}")
        .statusCode(400)
        .contentType("application/problem+json")
        .body("errors.field", hasItem("/period_start"))
        .body("errors.field", hasItem("/reason"))
        .body("errors.find { it.field == '/gwp' }.message", containsString("gwp_set"));
    post("/restatements", AR5.replace("\"AR5\"", "\"AR9\""))
        .statusCode(400)
        .body("errors[0].field", equalTo("/gwp_set"))
        .body("errors[0].value", equalTo("AR9"))
        .body("errors[0].message", containsString("AR6"));
    post("/restatements", AR5.replace("\"gwp_set\": \"AR5\"", "\"edition\": \"spring\""))
        .statusCode(400)
        .body("errors[0].field", equalTo("/edition"))
        .body("errors[0].value", equalTo("spring"));
    login.admin()
        .contentType("application/json")
        .body(AR5)
        .post("/api/v1/tenants/nobody/restatements")
        .then()
        .statusCode(404);
    post("/restatements", "[").statusCode(400).body("errors[0].message", startsWith("JSON"));
  }

  @Test
  void shouldShowATenantOnlyItsOwn() {
    bills("bills.csv", GAS);
    int id = restate(AR5);

    tenant = sandbox.tenant();

    login.admin().get(path("/restatements/" + id)).then().statusCode(404);
    post("/restatements/" + id + "/approve", "{\"reason\": \"mine\"}").statusCode(404);
    get("/restatements").body("", hasSize(0));
    assertThat(sandbox.count(tenant, "select count(*) from restatement_line")).isZero();
    assertThat(sandbox.count(tenant, "select count(*) from restatement_value")).isZero();
  }

  private void bills(String file, String rows) {
    sandbox.file(tenant, file, HEADER + rows);
    assertThat(worker.run(tenant, JobRequest.sync("bills", "sync " + ++count)).succeeded())
        .isTrue();
  }

  private int restate(String json) {
    int id = post("/restatements", json).statusCode(202).extract().path("id");
    worker.drain();
    return id;
  }

  /** The id of the only restatement. */
  private int id() {
    return get("/restatements").body("", hasSize(1)).extract().path("[0].id");
  }

  private String report(String occasion) {
    worker.run(tenant, JobRequest.report("annual", occasion));
    return sandbox
        .row(
            tenant,
            "select result->>'report' as id from job where dedupe_key = ?",
            "report/annual@" + occasion)
        .get("id")
        .toString();
  }

  private String content(String report) {
    return (String)
        sandbox
            .row(tenant, "select content from report where report_id = ?::uuid", report)
            .get("content");
  }

  private String file(String report) {
    return post("/reports/" + report + "/file", "").statusCode(200).extract().path("filed_at");
  }

  /** What counts, Scope 2 by location: kind and kg CO2e. */
  private List<String> inForce() {
    return sandbox
        .rows(
            tenant,
            """
            select a.kind || ' ' || trim_scale(e.kg_co2e) as text
            from emission e join activity a using (activity_id)
            where e.superseded_at is null and e.method <> 'market-based' order by 1""")
        .stream()
        .map(row -> (String) row.get("text"))
        .toList();
  }

  private ValidatableResponse get(String path) {
    return login.admin().get(path(path)).then().statusCode(200);
  }

  private ValidatableResponse post(String path, String json) {
    return login.admin().contentType("application/json").body(json).post(path(path)).then();
  }

  private String path(String path) {
    return "/api/v1/tenants/" + tenant + path;
  }
}

package com.offgridflow.restatement.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What approving and refusing do. */
@QuarkusTest
class RestatementDecisionTest extends RestatedBills {
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
  void shouldApproveByItselfWhatTouchesNoFiledPeriodIfTheTenantSaysSo() {
    bills("bills.csv", GAS);
    login
        .admin()
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

  private String content(String report) {
    return (String)
        sandbox
            .row(tenant, "select content from report where report_id = ?::uuid", report)
            .get("content");
  }
}

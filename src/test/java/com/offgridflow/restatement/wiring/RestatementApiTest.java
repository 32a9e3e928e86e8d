package com.offgridflow.restatement.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RestatementApiTest extends RestatedBills {
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
    login
        .admin()
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
}

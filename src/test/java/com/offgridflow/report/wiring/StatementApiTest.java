package com.offgridflow.report.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

@QuarkusTest
class StatementApiTest extends StatedReports {
  @Test
  void shouldSupersedeAndNeverChangeWhatWasStated() {
    state(REVENUE).statusCode(200).body("changed", equalTo(1));
    state(REVENUE).statusCode(200).body("changed", equalTo(0)).body("unchanged", equalTo(1));
    state(REVENUE.replace("4000", "5000")).statusCode(200).body("changed", equalTo(1));

    login
        .admin()
        .get(api("/statements?key=net-revenue"))
        .then()
        .body("value", contains("5000"))
        .body("stated_by", contains("test"));
    login
        .admin()
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

    String csv =
        login.admin().accept("text/csv").get(api("/statements")).then().extract().asString();
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
    login
        .admin()
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

    login
        .admin()
        .get(api("/frameworks/esrs-2023/completeness?period=2024"))
        .then()
        .body(point("E1-6.net-revenue") + ".state", equalTo("stated"))
        .body(point("E1-6.net-revenue") + ".source", startsWith("Annual report"));
    login
        .admin()
        .get(api("/frameworks/esrs-2023/completeness?period=soon"))
        .then()
        .statusCode(400)
        .body("errors[0].value", equalTo("soon"));
    login.admin().get(api("/frameworks/esrs-1/completeness?period=2024")).then().statusCode(404);
  }

  private static String point(String id) {
    return "data_points.find { it.id == '%s' }".formatted(id);
  }

  private ValidatableResponse load(String csv) {
    return login.admin().contentType("text/csv").body(csv).post(api("/statements")).then();
  }
}

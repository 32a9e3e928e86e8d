package com.offgridflow.emission.wiring;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.offgridflow.console.wiring.TestLogin;
import com.offgridflow.wiring.Sandbox;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EstimatesApiTest {
  private static final String GAS =
      """
      {"kind": "stationary-combustion", "subject": "natural-gas", "quantity": %s, "unit": "%s",
       "period_start": "2025-09-01T00:00:00Z", "period_end": "2025-10-01T00:00:00Z",
       "country": "US"}""";

  @Inject TestLogin login;
  @Inject Sandbox sandbox;

  /** EPA Hub 2024, table 1: 53.06 kg CO2, 1 g CH4, 0.1 g N2O per mmBtu; AR6: 27.9 and 273. */
  @Test
  void shouldEstimateOneActivityWithItsDerivation() {
    post(GAS.formatted(10, "mmBtu"))
        .statusCode(200)
        .body("emissions", hasSize(1))
        .body("emissions[0].kg_co2", equalTo(530.6f))
        // 530.6 + 0.01 × 27.9 + 0.001 × 273
        .body("emissions[0].kg_co2e", equalTo(531.152f))
        .body("emissions[0].scope", equalTo(1))
        .body("emissions[0].derivation.quantity.value", equalTo(10))
        .body("emissions[0].derivation.steps.factor", hasItem("epa-hub-2024:t1:natural-gas:mmbtu"));
  }

  @Test
  void shouldKeepTheOrderAndAnswerEachActivityOfABatch() {
    String batch = "[" + GAS.formatted(1, "mmBtu") + "," + GAS.formatted(1, "vCPU-h") + "]";
    post(batch)
        .statusCode(200)
        .body("", hasSize(2))
        .body("[0].emissions[0].kg_co2", equalTo(53.06f))
        .body("[1].emissions", nullValue())
        .body("[1].problem.status", equalTo(422))
        .body("[1].problem.type", equalTo("/problems/incompatible-unit"))
        .body("[1].problem.errors[0].field", equalTo("/1/unit"))
        .body("[1].problem.errors[0].value", equalTo("vCPU-h"))
        .body("[1].problem.errors[0].message", containsString("mmBtu"));
  }

  @Test
  void shouldNameFieldValueAndWhatWouldHaveWorked() {
    post(GAS.formatted("\"ten\"", "mmBtu"))
        .statusCode(400)
        .contentType("application/problem+json")
        .body("errors[0].field", equalTo("/quantity"))
        .body("errors[0].value", equalTo("ten"))
        .body("errors[0].message", containsString("1234.56"));
    post(GAS.formatted(1, "mmBtu").replace("natural-gas", "natural-gaz"))
        .statusCode(422)
        .body("type", equalTo("/problems/missing-factor"))
        .body("detail", containsString("natural-gaz"))
        .body("errors[0].message", containsString("epa-hub-2024:t1:natural-gas:mmbtu"));
  }

  @Test
  void shouldSayWhereJsonBreaksOff() {
    post("[{\"kind\": \"electricity\",\n \"quantity\" 1}]")
        .statusCode(400)
        .contentType("application/problem+json")
        .body("errors[0].field", containsString("line 2"));
    post("42").statusCode(400).body("detail", containsString("an activity or an array"));
    post("").statusCode(400);
  }

  @Test
  void shouldSayWhatABodyShouldHaveBeen() {
    post("[".repeat(5000)).statusCode(400).body("detail", containsString("no JSON"));
    csv("").statusCode(400).body("detail", containsString("empty"));
    csv("kind,kind\na,b\n").statusCode(400).body("detail", containsString("duplicate name"));
    csv("kind,unit\na,\"b\nc,d\n").statusCode(400).body("detail", containsString("no CSV"));
  }

  @Test
  void shouldReadCsvWithTheMarkThatSpreadsheetsPutInFront() {
    csv("\uFEFFkind,unit\ntidal,kWh\n").statusCode(200).body(containsString("/0/kind 'tidal'"));
  }

  @Test
  void shouldGiveSpreadsheetsNoFormulaToRun() {
    csv("record_key,kind\n=1+1,tidal\n").statusCode(200).body(containsString("\n1,'=1+1,"));
  }

  @Test
  void shouldAnswerWhatTheServerItselfRefusesByAProblem() {
    login.admin()
        .contentType("application/xml")
        .body("<a/>")
        .post("/api/v1/estimates")
        .then()
        .statusCode(415)
        .contentType("application/problem+json")
        .body("errors[0].field", equalTo("Content-Type"))
        .body("errors[0].value", containsString("application/xml"));
    login.admin()
        .get("/api/v1/estimates")
        .then()
        .statusCode(405)
        .contentType("application/problem+json")
        .body("errors[0].value", equalTo("GET"));
  }

  @Test
  void shouldNameTheDetailAtFault() {
    post(GAS.formatted(1, "mmBtu").replace("}", ", \"details\": {\"fuel\": [1]}}"))
        .statusCode(400)
        .body("errors[0].field", equalTo("/details/fuel"));
    post(GAS.formatted(1, "mmBtu").replace("}", ", \"details\": {\"A b\": 1}}"))
        .statusCode(400)
        .body("errors[0].field", equalTo("/details/A b"))
        .body("errors[0].value", equalTo("1"))
        .body("errors[0].message", containsString("small letters"));
  }

  private ValidatableResponse csv(String body) {
    return login.admin()
        .contentType("text/csv")
        .body(body.getBytes(StandardCharsets.UTF_8))
        .post("/api/v1/estimates")
        .then();
  }

  @Test
  void shouldRefuseMoreActivitiesThanFitARequest() {
    String many =
        IntStream.rangeClosed(0, EstimateRequests.MOST)
            .mapToObj(i -> "{}")
            .collect(Collectors.joining(",", "[", "]"));
    post(many).statusCode(413).body("detail", containsString("10000"));
  }

  @Test
  void shouldEstimateCsvRowByRow() {
    String csv =
        """
        record_key,kind,subject,quantity,unit,period_start,period_end,country
        boiler,stationary-combustion,natural-gas,10,mmBtu,2025-09-01T00:00:00Z,2025-10-01T00:00:00Z,US
        stove,stationary-combustion,natural-gas,10,parsec,2025-09-01T00:00:00Z,2025-10-01T00:00:00Z,US
        """;
    String answer =
        login.admin()
            .contentType("text/csv")
            .body(csv)
            .post("/api/v1/estimates")
            .then()
            .statusCode(200)
            .contentType(containsString("text/csv"))
            .extract()
            .asString();
    String[] lines = answer.split("\r\n");
    assertThat(lines).hasSize(3);
    assertThat(lines[1]).startsWith("1,boiler,combustion,1,,fuel-combustion,true,531.152");
    assertThat(lines[2]).startsWith("2,stove,").contains("parsec", "mmBtu");
  }

  @Test
  void shouldSayWhichCsvRowHasTooFewCells() {
    login.admin()
        .contentType("text/csv")
        .body("kind,quantity\nelectricity\n")
        .post("/api/v1/estimates")
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("row 1"));
  }

  /** 1 kWh × 0.5 kg/kWh by the tenant's own factor, where the hub has none. */
  @Test
  void shouldEstimateWithTheFactorsOfATenant() {
    String tenant = sandbox.tenant();
    String antarctica =
        """
        {"kind": "electricity", "quantity": 1, "unit": "kWh", "country": "AQ",
         "period_start": "2025-09-01T00:00:00Z", "period_end": "2025-09-02T00:00:00Z"}""";
    approve(tenant);

    post(antarctica).statusCode(422);
    post(antarctica, "?tenant=" + tenant)
        .statusCode(200)
        .body("emissions[0].kg_co2e", equalTo(0.5f));
    post(antarctica, "?tenant=nobody")
        .statusCode(400)
        .body("errors[0].field", equalTo("tenant"))
        .body("errors[0].value", equalTo("nobody"));
    post(antarctica, "?profile=ccf-2042")
        .statusCode(400)
        .body("errors[0].value", equalTo("ccf-2042"));
  }

  private void approve(String tenant) {
    String csv =
        """
        id,kind,subject,place,valid_from,valid_to,per_unit,unit,value,co2,ch4,n2o,biogenic_co2,gwp_set,publisher,edition,table_name,row_name,licence,note
        own:aq,grid.location,,AQ,,,kWh,kg CO2e,0.5,,,,,,Acme,1,grid,aq,own,
        """;
    String base = "/api/v1/tenants/" + tenant + "/";
    Object id =
        login.admin().contentType("text/csv").body(csv).post(base + "factors?table=own").path("id");
    login.admin()
        .contentType("application/json")
        .body("{}")
        .post(base + "factor-editions/" + id + "/approve")
        .then()
        .statusCode(200);
  }

  @Test
  void shouldBeClosedWithoutLogin() {
    given()
        .contentType("application/json")
        .body("[]")
        .post("/api/v1/estimates")
        .then()
        .statusCode(401);
  }

  private ValidatableResponse post(String json) {
    return post(json, "");
  }

  private ValidatableResponse post(String json, String query) {
    return login.admin()
        .contentType("application/json")
        .body(json)
        .post("/api/v1/estimates" + query)
        .then();
  }
}

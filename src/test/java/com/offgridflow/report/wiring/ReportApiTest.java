package com.offgridflow.report.wiring;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.offgridflow.console.wiring.TestLogin;
import com.offgridflow.wiring.Sandbox;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReportApiTest {
  private static final String SCOPE_2 = "E1-6.scope-2-location";

  @Inject BilledReports.Of bills;
  @Inject Sandbox sandbox;
  @Inject TestLogin login;
  private BilledReports billed;

  @BeforeEach
  void begin() {
    billed = bills.ofNewTenant();
  }

  @Test
  void shouldLeadFromAValueToTheRowOfTheBill() {
    billed.take("first", "1000", "2000");
    billed.report("first");

    api("/" + billed.reportId("first") + "/values/" + SCOPE_2 + "/emissions")
        .statusCode(200)
        .body("record_key", contains("b0", "b1"))
        .body("[0].evidence_object", equalTo("bills.csv"))
        .body("[0].evidence_digest", equalTo("0123456789abcdef".repeat(4)))
        .body("[0].locator", equalTo("line of b0"))
        .body("[0].kg_co2e.toString()", containsString("329.65"))
        .body("[0].calculation.toString()", containsString("ember-2026:DE"));
  }

  @Test
  void shouldGiveEmissionsPageByPage() {
    billed.take("first", "1000", "2000", "3000");
    billed.report("first");
    String path = "/" + billed.reportId("first") + "/values/" + SCOPE_2 + "/emissions?limit=2";

    List<Integer> first =
        api(path).body("record_key", contains("b0", "b1")).extract().path("emission_id");

    api(path + "&after=" + first.get(1)).body("record_key", contains("b2"));
    api(path + "000").statusCode(400).body("errors[0].value", equalTo("2000"));
  }

  @Test
  void shouldListReports() {
    billed.take("first", "1000");
    billed.report("first");

    api("").statusCode(200).body("$", hasSize(1)).body("[0].plan", equalTo("annual"));
    api("/" + billed.reportId("first")).statusCode(200).body("digest", equalTo(digest()));
  }

  @Test
  void shouldShowReportsToNobodyWhoIsNotLoggedIn() {
    given().get("/api/v1/tenants/" + billed.tenant() + "/reports").then().statusCode(401);
    given()
        .cookie("hub_console", "made-up")
        .get("/api/v1/tenants/" + billed.tenant() + "/reports")
        .then()
        .statusCode(401);
    given()
        .cookie("hub_console", login.token("viewer"))
        .get("/api/v1/tenants/" + billed.tenant() + "/reports")
        .then()
        .statusCode(403);
  }

  @Test
  void shouldSayThatThereIsNoSuchReport() {
    billed.take("first", "1000");
    billed.report("first");

    api("/00000000-0000-0000-0000-000000000000").statusCode(404);
    api("/none").statusCode(404);
    api("/" + billed.reportId("first") + "/values/E1-6.none/emissions").statusCode(404);
  }

  @Test
  void shouldNotShowTheReportOfAnotherTenant() {
    billed.take("first", "1000");
    billed.report("first");
    String id = billed.reportId("first");
    billed = bills.ofNewTenant();

    api("/" + id).statusCode(404);
    api("").body("$", hasSize(0));
  }

  private String digest() {
    return (String) sandbox.row(billed.tenant(), "select digest from report").get("digest");
  }

  private ValidatableResponse api(String path) {
    return login.admin().get("/api/v1/tenants/" + billed.tenant() + "/reports" + path).then();
  }
}

package com.offgridflow.emission.wiring;

import static com.offgridflow.intake.wiring.Records.electricity;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import com.offgridflow.console.wiring.TestLogin;
import com.offgridflow.intake.wiring.TestIntake;
import com.offgridflow.job.JobRequest;
import com.offgridflow.job.wiring.TestWorker;
import com.offgridflow.wiring.Sandbox;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MethodologyApiTest {
  private static final String RANGE = "from=2024-09-01&to=2024-10-01";

  @Inject TestIntake intake;
  @Inject Sandbox sandbox;
  @Inject TestWorker worker;
  @Inject TestLogin login;
  private String tenant;

  @BeforeEach
  void begin() {
    tenant = sandbox.tenant();
  }

  @Test
  void shouldGiveTheHubsOwnProfileWhereNothingWasChosen() {
    login.admin()
        .get(api(""))
        .then()
        .statusCode(200)
        .body("profile", equalTo("hub-2026"))
        .body("order['*']", contains("usage", "reported"))
        .body("profiles.name", contains("hub-2026", "ccf-2024"));
  }

  /** 0.2455 kWh × 1.35 by the hub's own profile, × 1.135 by the other. */
  @Test
  void shouldUseTheChosenProfileForNewEmissionsOnly() {
    take("first", "a");
    put("{\"profile\": \"ccf-2024\"}").statusCode(200).body("profile", equalTo("ccf-2024"));
    take("second", "b");
    worker.run(tenant, JobRequest.estimate("again"));

    assertThat(
            sandbox.rows(
                tenant,
                """
                select e.profile, trim_scale(e.energy_kwh)::text as kwh
                from emission e where e.component = 'use' order by e.emission_id"""))
        .containsExactly(
            Map.of("profile", "hub-2026", "kwh", "0.331425"),
            Map.of("profile", "ccf-2024", "kwh", "0.2786425"));
  }

  @Test
  void shouldKeepOrderOfMethodsPerProvider() {
    String order = "{\"order\": {\"aws\": [\"reported\", \"spend\"], \"*\": [\"usage\"]}}";
    put(order).statusCode(200);
    login.admin()
        .get(api(""))
        .then()
        .body("order.aws", contains("reported", "spend"))
        .body("order['*']", contains("usage"));
  }

  @Test
  void shouldNameFieldsThatAreWrongAndWhatWouldHaveWorked() {
    put("{\"profile\": \"ccf-2023\", \"order\": {\"aws\": [\"guess\"]}}")
        .statusCode(400)
        .contentType("application/problem+json")
        .body("errors.field", hasItem("/profile"))
        .body("errors.field", hasItem("/order/aws"))
        .body("errors.value", hasItem("guess"))
        .body("errors.message", hasItem(containsString("hub-2026, ccf-2024")));
    put("{\"profile\": ").statusCode(400).body("errors[0].message", containsString("JSON"));
    put("[]").statusCode(400).body("errors[0].message", containsString("\"profile\""));
    login.admin().get("/api/v1/tenants/nobody/methodology").then().statusCode(404);
  }

  @Test
  void shouldRefuseAMisspeltFieldAndChangeNothing() {
    put("{\"profile\": \"ccf-2024\"}").statusCode(200);

    put("{\"profil\": \"hub-2026\"}").statusCode(400).body("errors.field", contains("/profil"));
    put("{\"order\": [\"usage\"]}").statusCode(400).body("errors.field", contains("/order"));

    login.admin().get(api("")).then().body("profile", equalTo("ccf-2024"));
  }

  @Test
  void shouldCompareProfilesByCause() {
    take("first", "a");
    login.admin()
        .get(api("/compare?a=hub-2026&b=ccf-2024&" + RANGE))
        .then()
        .statusCode(200)
        .body("causes.cause", hasSize(11))
        .body("rows", hasSize(1))
        .body("rows[0].service", equalTo("AmazonEC2"))
        .body("rows[0].region", equalTo("eu-central-1"))
        .body("rows[0].kwh.a", equalTo(0.331425f))
        .body("rows[0].kwh.b", equalTo(0.2786425f))
        .body("rows[0].causes.pue.kwh", equalTo(-0.0527825f))
        .body("rows[0].causes.grid.kg_co2e", equalTo(-0.005196682625f))
        .body("total.activities", equalTo(1));
    assertThat(sandbox.count(tenant, "select count(*) from emission")).isEqualTo(2);
  }

  @Test
  void shouldCompareProfilesAsCsv() {
    take("first", "a");
    String csv =
        login.admin()
            .accept("text/csv")
            .get(api("/compare?b=ccf-2024&" + RANGE))
            .then()
            .statusCode(200)
            .extract()
            .asString();
    String[] lines = csv.split("\r\n");
    assertThat(lines).hasSize(2);
    assertThat(lines[0]).startsWith("provider,service,region,kind,activities");
    assertThat(lines[1]).startsWith("aws,AmazonEC2,eu-central-1,cloud.compute,1,0,0,0.331425");
  }

  @Test
  void shouldRefuseAComparisonWithoutSecondProfileOrDays() {
    login.admin()
        .get(api("/compare?from=yesterday"))
        .then()
        .statusCode(400)
        .body("errors.field", contains("b", "from", "to"))
        .body("errors[1].value", equalTo("yesterday"));
    login.admin()
        .get(api("/variance?from=2024-09-01&to=2024-09-01"))
        .then()
        .statusCode(400)
        .body("errors[0].message", containsString("after from"));
  }

  /** 500 GB × 0.001 × 1.135. */
  @Test
  void shouldEstimateARequestByTheProfileThatItNames() {
    String body =
        """
        {"kind": "cloud.network", "quantity": 500, "unit": "GB", "supplier": "aws",
         "region": "eu-west-1", "period_start": "2024-09-01T00:00:00Z",
         "period_end": "2024-09-02T00:00:00Z"}""";
    RequestSpecification json = login.admin().contentType("application/json").body(body);
    json.post("/api/v1/estimates?profile=ccf-2024")
        .then()
        .statusCode(200)
        .body("emissions[0].energy_kwh", equalTo(0.5675f));
    login.admin()
        .contentType("application/json")
        .body(body)
        .post("/api/v1/estimates?profile=mine")
        .then()
        .statusCode(400)
        .body("errors[0].value", equalTo("mine"));
  }

  /**
   * The known hours took 100 × 2.455 W × 1.135 ÷ 1000 = 0.2786425 kWh for 10 USD: 5 USD of gateway
   * hours take half of it. Requests have no known use in their unit.
   */
  @Test
  void shouldGiveUnknownUseOfARunTheEnergyPerCostOfItsKnownUse() {
    put("{\"profile\": \"ccf-2024\"}").statusCode(200);
    Map<String, Object> known = compute("a");
    known.put("cost", "10");
    known.put("currency", "USD");
    Map<String, Object> gateway = other("b", "NatGateway-Hours", "Hrs");
    Map<String, Object> requests = other("c", "Requests-Tier1", "Requests");
    take("first", List.of(known, gateway, requests));

    assertThat(
            sandbox.rows(
                tenant,
                """
                select trim_scale(e.energy_kwh)::text as kwh, e.formula from emission e
                join activity a using (activity_id) where a.kind = 'cloud.other'"""))
        .containsExactly(Map.of("kwh", "0.13932125", "formula", "cloud.other"));
    assertThat(
            sandbox.rows(
                tenant,
                "select a.record_key from estimate_gap join activity a using (activity_id)"))
        .containsExactly(Map.of("record_key", "c"));
  }

  private static Map<String, Object> other(String key, String type, String unit) {
    Map<String, Object> record = compute(key);
    record.put("kind", "cloud.other");
    record.put("subject", type);
    record.put("unit", unit);
    record.put("cost", "5");
    record.put("currency", "USD");
    return record;
  }

  private ValidatableResponse put(String json) {
    return login.admin().contentType("application/json").body(json).put(api("")).then();
  }

  private String api(String path) {
    return "/api/v1/tenants/" + tenant + "/methodology" + path;
  }

  private void take(String digest, String key) {
    take(digest, List.of(compute(key)));
  }

  private void take(String digest, List<Map<String, Object>> records) {
    intake.take(tenant, "bills " + digest, "2024-09", digest, records);
    worker.run(tenant, JobRequest.estimate(digest));
  }

  private static Map<String, Object> compute(String key) {
    Map<String, Object> record = electricity(key, "100");
    record.remove("country");
    record.put("kind", "cloud.compute");
    record.put("subject", "m5.large");
    record.put("unit", "vCPU-h");
    record.put("supplier", "aws");
    record.put("region", "eu-central-1");
    record.put("service", "AmazonEC2");
    return record;
  }
}

package com.offgridflow.emission.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.offgridflow.job.JobRequest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MethodologyApiTest extends ProfiledEstimates {
  @Test
  void shouldGiveTheHubsOwnProfileWhereNothingWasChosen() {
    login
        .admin()
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
    login
        .admin()
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
    login
        .admin()
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
}

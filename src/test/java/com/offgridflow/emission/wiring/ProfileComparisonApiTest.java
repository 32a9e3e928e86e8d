package com.offgridflow.emission.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ProfileComparisonApiTest extends ProfiledEstimates {
  private static final String RANGE = "from=2024-09-01&to=2024-10-01";

  @Test
  void shouldCompareProfilesByCause() {
    take("first", "a");
    login
        .admin()
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
        login
            .admin()
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
    login
        .admin()
        .get(api("/compare?from=yesterday"))
        .then()
        .statusCode(400)
        .body("errors.field", contains("b", "from", "to"))
        .body("errors[1].value", equalTo("yesterday"));
    login
        .admin()
        .get(api("/variance?from=2024-09-01&to=2024-09-01"))
        .then()
        .statusCode(400)
        .body("errors[0].message", containsString("after from"));
  }
}

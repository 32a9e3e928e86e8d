package com.offgridflow.emission.wiring;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.offgridflow.wiring.Sandbox;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EstimatesApiTest extends AskedEstimates {
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
    login
        .admin()
        .contentType("application/json")
        .body("{}")
        .post(base + "factor-editions/" + id + "/approve")
        .then()
        .statusCode(200);
  }
}

package com.offgridflow.restatement.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** What a restatement shows before anybody decides on it. */
@QuarkusTest
class RestatementProposalTest extends RestatedBills {
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

  @Test
  void shouldWriteTheLinesAsCsv() {
    bills("bills.csv", GAS);
    int id = restate(AR5);

    String csv =
        login
            .admin()
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
  void shouldHaveNothingToDecideWhereNothingDiffers() {
    bills("bills.csv", POWER);

    int id = restate(AR5);

    get("/restatements/" + id).body("state", equalTo("unchanged")).body("lines", equalTo(0));
  }
}

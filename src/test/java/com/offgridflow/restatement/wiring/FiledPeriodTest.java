package com.offgridflow.restatement.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** Bills that come, change and go after a report of their period was filed. */
@QuarkusTest
class FiledPeriodTest extends RestatedBills {
  /** 500 kWh are 164.825 kg, which the filed year does not have until somebody approves. */
  @Test
  void shouldProposeALateBillOfAFiledPeriod() {
    bills("bills.csv", POWER);
    file(report("annual"));

    bills("late.csv", "E2,Depot,electricity,500,kWh,2025-12-20,2026-01-08,DE,L\n");

    // 12 of 20 days are in 2025: 300 kWh, 98.895 kg; the 200 kWh of 2026 count at once
    assertThat(inForce()).containsExactly("electricity 329.65", "electricity 65.93");
    get("/restatements")
        .body("", hasSize(1))
        .body("[0].state", equalTo("proposed"))
        .body("[0].requested_by", equalTo("hub"));
    int id = id();
    get("/restatements/" + id + "/lines")
        .body("causes", hasItem("added"))
        .body("[0].new_kg_co2e", equalTo(98.895f))
        .body("[0].day", equalTo("2025-12-20"));
    get("/restatements/" + id + "/data-points")
        .body("[0].period_start", equalTo("2025-01-01"))
        .body("[0].before", equalTo(0.32965f))
        .body("[0].after", equalTo(0.428545f));
    post("/restatements/" + id + "/approve", "{\"reason\": \"late\"}").statusCode(200);
    assertThat(inForce())
        .containsExactly("electricity 329.65", "electricity 65.93", "electricity 98.895");
  }

  /** 1100 kWh are 362.615 kg. */
  @Test
  void shouldProposeACorrectionInAFiledPeriodAndCountTheOldFigureUntilThen() {
    bills("bills.csv", POWER);
    file(report("annual"));

    bills("bills.csv", POWER.replace("1000", "1100"));

    assertThat(inForce()).containsExactly("electricity 329.65");
    int id = id();
    get("/restatements/" + id + "/lines")
        .body("", hasSize(1))
        .body("[0].causes", equalTo("activity"))
        .body("[0].detail", equalTo("1000 kWh -> 1100 kWh"))
        .body("[0].difference_kg_co2e", equalTo(32.965f));
    post("/restatements/" + id + "/approve", "{\"reason\": \"corrected\"}").statusCode(200);
    assertThat(inForce()).containsExactly("electricity 362.615");
  }

  @Test
  void shouldProposeToRemoveWhatWasWithdrawnFromAFiledPeriod() {
    bills("bills.csv", GAS + POWER);
    file(report("annual"));

    bills("bills.csv", POWER);

    assertThat(inForce()).containsExactly("electricity 329.65", "stationary-combustion 5311.52");
    int id = id();
    get("/restatements/" + id + "/lines")
        .body("", hasSize(1))
        .body("[0].causes", equalTo("removed"));
    post("/restatements/" + id + "/approve", "{\"reason\": \"never delivered\"}").statusCode(200);
    assertThat(inForce()).containsExactly("electricity 329.65");
  }

  @Test
  void shouldCorrectAndWithdrawAtOnceWhereNothingIsFiled() {
    bills("bills.csv", GAS + POWER);

    bills("bills.csv", POWER.replace("1000", "1100"));

    assertThat(inForce()).containsExactly("electricity 362.615");
    get("/restatements").body("", hasSize(0));
  }

  @Test
  void shouldNotFileAReportWhoseFiguresHaveMoved() {
    bills("bills.csv", POWER);
    String report = report("annual");
    bills("late.csv", GAS);

    post("/reports/" + report + "/file", "")
        .statusCode(409)
        .contentType("application/problem+json")
        .body("detail", containsString("1 emissions of its period have come or gone"));
  }

  @Test
  void shouldFileAReportOnce() {
    bills("bills.csv", POWER);
    String report = report("annual");
    String filedAt = file(report);

    assertThat(file(report)).isEqualTo(filedAt);
    get("/reports").body("[0].filed_by", equalTo("test"));
  }

  /** The id of the only restatement. */
  private int id() {
    return get("/restatements").body("", hasSize(1)).extract().path("[0].id");
  }
}

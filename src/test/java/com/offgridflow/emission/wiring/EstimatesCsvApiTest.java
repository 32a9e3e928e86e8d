package com.offgridflow.emission.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EstimatesCsvApiTest extends AskedEstimates {
  @Test
  void shouldReadCsvWithTheMarkThatSpreadsheetsPutInFront() {
    csv("\uFEFFkind,unit\ntidal,kWh\n").statusCode(200).body(containsString("/0/kind 'tidal'"));
  }

  @Test
  void shouldGiveSpreadsheetsNoFormulaToRun() {
    csv("record_key,kind\n=1+1,tidal\n").statusCode(200).body(containsString("\n1,'=1+1,"));
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
        login
            .admin()
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
    login
        .admin()
        .contentType("text/csv")
        .body("kind,quantity\nelectricity\n")
        .post("/api/v1/estimates")
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("row 1"));
  }
}

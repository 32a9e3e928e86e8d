package com.offgridflow.restatement.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import com.offgridflow.console.wiring.TestLogin;
import com.offgridflow.job.JobRequest;
import com.offgridflow.job.wiring.TestWorker;
import com.offgridflow.tenant.wiring.Tenants;
import com.offgridflow.wiring.Sandbox;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

/**
 * Bills of gas and electricity of one tenant, and requests to restate them. EPA Hub 2024, table 1,
 * natural gas per mmBtu: 53.06 kg CO2, 1 g CH4, 0.1 g N2O. 100 mmBtu are 5306 kg + 0.1 kg CH4 +
 * 0.01 kg N2O: with AR6 (27.9 and 273) 5306 + 2.79 + 2.73 = 5311.52 kg CO2e, with AR5 (28 and 265)
 * 5306 + 2.8 + 2.65 = 5311.45. Ember 2026 has no gases: 1000 kWh in Germany are 329.65 kg by
 * either.
 */
abstract class RestatedBills {
  private static final String HEADER =
      "account,site,kind,quantity,unit,period_start,period_end,country,invoice\n";
  static final String GAS = "G1,Works,gas,1000,therm,2025-01-01,2025-01-31,US,G\n";
  static final String POWER = "E1,Works,electricity,1000,kWh,2025-01-01,2025-01-31,DE,E\n";
  static final String AR5 =
      """
      {"period_start": "2025-01-01", "period_end": "2026-01-01", "gwp_set": "AR5",
       "reason": "the framework asks for AR5", "key": "ar5"}""";

  @Inject Sandbox sandbox;
  @Inject TestWorker worker;
  @Inject Tenants tenants;
  @Inject TestLogin login;
  String tenant;
  int count;

  @BeforeEach
  void begin() {
    tenant = sandbox.tenant();
    sandbox.connect(tenant, "bills", "utility-csv");
    tenants.putPlan(
        tenant,
        "annual",
        "esrs-2023",
        LocalDate.of(2025, 1, 1),
        LocalDate.of(2026, 1, 1),
        List.of());
  }

  void bills(String file, String rows) {
    sandbox.file(tenant, file, HEADER + rows);
    assertThat(worker.run(tenant, JobRequest.sync("bills", "sync " + ++count)).succeeded())
        .isTrue();
  }

  int restate(String json) {
    int id = post("/restatements", json).statusCode(202).extract().path("id");
    worker.drain();
    return id;
  }

  String report(String occasion) {
    worker.run(tenant, JobRequest.report("annual", occasion));
    return sandbox
        .row(
            tenant,
            "select result->>'report' as id from job where dedupe_key = ?",
            "report/annual@" + occasion)
        .get("id")
        .toString();
  }

  String file(String report) {
    return post("/reports/" + report + "/file", "").statusCode(200).extract().path("filed_at");
  }

  /** What counts, Scope 2 by location: kind and kg CO2e. */
  List<String> inForce() {
    return sandbox
        .rows(
            tenant,
            """
            select a.kind || ' ' || trim_scale(e.kg_co2e) as text
            from emission e join activity a using (activity_id)
            where e.superseded_at is null and e.method <> 'market-based' order by 1""")
        .stream()
        .map(row -> (String) row.get("text"))
        .toList();
  }

  ValidatableResponse get(String path) {
    return login.admin().get(path(path)).then().statusCode(200);
  }

  ValidatableResponse post(String path, String json) {
    return login.admin().contentType("application/json").body(json).post(path(path)).then();
  }

  String path(String path) {
    return "/api/v1/tenants/" + tenant + path;
  }
}

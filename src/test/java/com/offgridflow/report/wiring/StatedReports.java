package com.offgridflow.report.wiring;

import static com.offgridflow.intake.wiring.Records.electricity;

import com.offgridflow.console.wiring.TestLogin;
import com.offgridflow.intake.wiring.TestIntake;
import com.offgridflow.job.JobRequest;
import com.offgridflow.job.wiring.TestWorker;
import com.offgridflow.tenant.wiring.Tenants;
import com.offgridflow.wiring.Sandbox;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

/** Reports of a tenant that makes statements, from the outside. */
abstract class StatedReports {
  static final String REVENUE =
      "{\"key\": \"net-revenue\", \"period\": \"2024\", \"value\": 4000, \"unit\": \"EUR\","
          + " \"source\": \"Annual report 2024, page 12\"}";

  @Inject TestIntake intake;
  @Inject Sandbox sandbox;
  @Inject Tenants tenants;
  @Inject TestWorker worker;
  @Inject TestLogin login;
  @Inject ReportStore reports;
  String tenant;

  @BeforeEach
  void begin() {
    tenant = sandbox.tenant();
  }

  String report(String occasion, int year) {
    tenants.putPlan(
        tenant,
        "annual-" + year,
        "esrs-2023",
        LocalDate.of(year, 1, 1),
        LocalDate.of(year + 1, 1, 1),
        List.of());
    worker.run(tenant, JobRequest.report("annual-" + year, occasion));
    return sandbox
        .row(
            tenant,
            "select report_id::text as id from report where plan_id = ? order by frozen_at desc limit 1",
            "annual-" + year)
        .get("id")
        .toString();
  }

  void take(String kwh) {
    intake.take(tenant, "bills", "2024-09", kwh, List.of(electricity("a", kwh)));
    worker.run(tenant, JobRequest.estimate(kwh));
  }

  ValidatableResponse state(String json) {
    return login.admin().contentType("application/json").body(json).post(api("/statements")).then();
  }

  String api(String path) {
    return "/api/v1/tenants/" + tenant + path;
  }
}

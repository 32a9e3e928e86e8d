package com.offgridflow.report.wiring;

import static com.offgridflow.intake.wiring.Records.electricity;
import static org.assertj.core.api.Assertions.assertThat;

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

/** A report on two bills of electricity, and the way from its facts to their rows. */
abstract class TracedReport {
  @Inject TestIntake intake;
  @Inject Sandbox sandbox;
  @Inject Tenants tenants;
  @Inject TestWorker worker;
  @Inject TestLogin login;
  @Inject ReportStore reports;
  String tenant;
  String report;

  @BeforeEach
  void begin() {
    tenant = sandbox.tenant();
    LocalDate start = LocalDate.of(2024, 1, 1);
    tenants.putPlan(tenant, "annual", "esrs-2023", start, start.plusYears(1), List.of());
    intake.take(
        tenant,
        "bills",
        "2024-09",
        "first",
        List.of(electricity("b0", "1000"), electricity("b1", "2000")));
    worker.run(tenant, JobRequest.estimate("first"));
    assertThat(worker.run(tenant, JobRequest.report("annual", "first")).succeeded()).isTrue();
    report = (String) sandbox.row(tenant, "select report_id::text as id from report").get("id");
  }

  ValidatableResponse api(String path) {
    return login.admin().get("/api/v1/tenants/" + tenant + "/reports/" + report + path).then();
  }
}

package com.offgridflow.report.wiring;

import static com.offgridflow.intake.wiring.Records.electricity;
import static org.assertj.core.api.Assertions.assertThat;

import com.offgridflow.intake.wiring.TestIntake;
import com.offgridflow.job.JobRequest;
import com.offgridflow.job.JobState;
import com.offgridflow.job.wiring.TestWorker;
import com.offgridflow.tenant.wiring.Tenants;
import com.offgridflow.wiring.Sandbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reports of one tenant on the electricity bills of 2024 that a test hands in. */
final class BilledReports {
  private final Of hub;
  private final String tenant;

  private BilledReports(Of hub, String tenant) {
    this.hub = hub;
    this.tenant = tenant;
  }

  /** Where tenants with such reports come from. */
  @ApplicationScoped
  static class Of {
    @Inject TestIntake intake;
    @Inject Sandbox sandbox;
    @Inject Tenants tenants;
    @Inject TestWorker worker;

    /** One with a plan and no bills. */
    BilledReports ofNewTenant() {
      BilledReports reports = new BilledReports(this, sandbox.tenant());
      reports.sendTo();
      return reports;
    }
  }

  String tenant() {
    return tenant;
  }

  /** Plans the year's report, to be mailed to these. */
  void sendTo(String... recipients) {
    LocalDate start = LocalDate.of(2024, 1, 1);
    hub.tenants.putPlan(
        tenant, "annual", "esrs-2023", start, start.plusYears(1), List.of(recipients));
  }

  /** Takes in a delivery of bills, by their kWh, and estimates them. */
  void take(String digest, String... kwh) {
    receive(digest, kwh);
    estimate(digest);
  }

  /** Estimates what has been received. */
  void estimate(String occasion) {
    hub.worker.run(tenant, JobRequest.estimate(occasion));
  }

  /** Takes in a delivery of bills, by their kWh. */
  void receive(String digest, String... kwh) {
    List<Map<String, Object>> records = new ArrayList<>();
    for (String amount : kwh) {
      records.add(electricity("b" + records.size(), amount));
    }
    hub.intake.take(tenant, "bills", "2024-09", digest, records);
  }

  /** Freezes the year's report. */
  void report(String occasion) {
    JobState job = hub.worker.run(tenant, JobRequest.report("annual", occasion));
    assertThat(job.succeeded()).as("cause: " + job.cause()).isTrue();
  }

  /** The id of the report that was frozen on that occasion. */
  String reportId(String occasion) {
    return (String)
        hub.sandbox
            .row(
                tenant,
                "select result->>'report' as id from job where dedupe_key = ?",
                "report/annual@" + occasion)
            .get("id");
  }
}

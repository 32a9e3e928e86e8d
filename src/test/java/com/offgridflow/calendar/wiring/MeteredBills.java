package com.offgridflow.calendar.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import com.offgridflow.job.JobRequest;
import com.offgridflow.job.wiring.TestWorker;
import com.offgridflow.tenant.wiring.Tenants;
import com.offgridflow.wiring.Sandbox;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

/** Bills of a site in Berlin and its reports. Ember gives Germany 0.32965 kg/kWh. */
abstract class MeteredBills {
  static final String HEADER =
      "account,meter,site,kind,quantity,unit,period_start,period_end,country,invoice\n";

  @Inject Sandbox sandbox;
  @Inject TestWorker worker;
  @Inject Tenants tenants;
  String tenant;
  private int syncs;

  @BeforeEach
  void begin() {
    tenant = sandbox.tenant();
    sandbox.connect(tenant, "bills", "utility-csv");
  }

  void bills(String... rows) {
    sandbox.file(tenant, "bills.csv", HEADER + String.join("\n", rows) + "\n");
    sync();
  }

  void sync() {
    assertThat(worker.run(tenant, JobRequest.sync("bills", "sync " + ++syncs)).succeeded())
        .isTrue();
  }

  /** What is in force, Scope 2 by location: source, days, quantity, kg CO2e. */
  List<String> emissions() {
    return sandbox
        .rows(
            tenant,
            """
            select a.source || ' ' || e.period_start || ' ' || e.period_end || ' '
              || trim_scale(e.converted_quantity) || ' ' || trim_scale(e.kg_co2e) as text
            from emission e join activity a using (activity_id)
            where e.superseded_at is null and e.method <> 'market-based' order by 1""")
        .stream()
        .map(row -> (String) row.get("text"))
        .toList();
  }

  String report(int year) {
    tenants.putPlan(
        tenant,
        "plan-" + year,
        "esrs-2023",
        LocalDate.of(year, 1, 1),
        LocalDate.of(year + 1, 1, 1),
        List.of());
    worker.run(tenant, JobRequest.report("plan-" + year, "now"));
    return (String)
        sandbox
            .row(tenant, "select content from report where plan_id = ?", "plan-" + year)
            .get("content");
  }
}

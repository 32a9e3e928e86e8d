package com.offgridflow.calendar.wiring;

import com.offgridflow.calendar.Accrual;
import com.offgridflow.calendar.Accruals;
import com.offgridflow.calendar.Meter;
import com.offgridflow.intake.wiring.Intake;
import com.offgridflow.intake.wiring.Runs;
import com.offgridflow.job.HubProperties;
import com.offgridflow.job.Job;
import com.offgridflow.tenant.wiring.TenantDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.camel.ExchangeProperty;

/**
 * Accrues what lies between the bills of the meters that new runs touched. The accruals of a meter
 * are a delivery like any other: the same again is nothing new, and what a bill has made obsolete
 * is withdrawn with its history.
 */
@ApplicationScoped
@Named("accrueBills")
public class AccrueBills {
  /** Source of the activities that are the hub's own estimates. */
  public static final String SOURCE = "accrual";

  private final TenantDatabase database;
  private final Intake intake;
  private final Runs runs;

  AccrueBills(TenantDatabase database, Intake intake, Runs runs) {
    this.database = database;
    this.intake = intake;
    this.runs = runs;
  }

  /** Brings the accruals of all meters up to date whose bills no estimate has seen yet. */
  public void accrue(@ExchangeProperty(HubProperties.JOB) Job job) {
    String tenant = job.tenant();
    Map<Meter, List<MeteredRow>> bills =
        database.inTenant(tenant, jdbc -> MeterBills.touched(jdbc, tenant));
    Set<String> accrued =
        bills.isEmpty()
            ? Set.of()
            : database.inTenant(tenant, jdbc -> MeterBills.accrued(jdbc, tenant));
    bills.forEach((meter, rows) -> accrue(job, meter, rows, accrued.contains(meter.toString())));
  }

  private void accrue(Job job, Meter meter, List<MeteredRow> rows, boolean accrued) {
    List<Accrual> accruals = Accruals.between(rows.stream().map(MeteredRow::bill).toList());
    if (accruals.isEmpty() && !accrued) {
      return;
    }
    List<Map<String, Object>> records =
        accruals.stream().map(accrual -> AccrualRecord.of(meter, accrual, rows)).toList();
    String digest = digest(records);
    Optional<Long> run = runs.open(job.tenant(), SOURCE, meter.toString(), job.id(), "[]", digest);
    run.ifPresent(id -> take(job.tenant(), id, records));
  }

  private void take(String tenant, long run, List<Map<String, Object>> records) {
    try {
      intake.take(tenant, run, records);
      runs.close(tenant, run, SOURCE, 0);
    } catch (RuntimeException e) {
      runs.fail(tenant, run, e.getMessage());
      throw e;
    }
  }

  private static String digest(List<Map<String, Object>> records) {
    return java.util
        .UUID
        .nameUUIDFromBytes(records.toString().getBytes(StandardCharsets.UTF_8))
        .toString();
  }
}

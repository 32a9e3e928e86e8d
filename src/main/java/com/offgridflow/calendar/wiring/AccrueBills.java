package com.offgridflow.calendar.wiring;

import com.offgridflow.calendar.Accrual;
import com.offgridflow.calendar.Accruals;
import com.offgridflow.calendar.Bill;
import com.offgridflow.calendar.Meter;
import com.offgridflow.calendar.MeterStanding.Awaited;
import com.offgridflow.intake.wiring.Intake;
import com.offgridflow.intake.wiring.Runs;
import com.offgridflow.job.HubProperties;
import com.offgridflow.job.Job;
import com.offgridflow.tenant.wiring.TenantDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.camel.ExchangeProperty;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Accrues what lies between the bills of the meters that new runs touched, and what the next bill
 * of a meter is awaited for. The accruals of a meter are a delivery like any other: the same again
 * is nothing new, and what a bill has made obsolete is withdrawn with its history.
 */
@ApplicationScoped
@Named("accrueBills")
public class AccrueBills {
  /** Source of the activities that are the hub's own estimates. */
  public static final String SOURCE = "accrual";

  private final TenantDatabase database;
  private final Intake intake;
  private final Runs runs;
  private final AwaitedBills awaited;

  AccrueBills(TenantDatabase database, Intake intake, Runs runs, AwaitedBills awaited) {
    this.database = database;
    this.intake = intake;
    this.runs = runs;
    this.awaited = awaited;
  }

  /** What the accruals of a tenant's meters follow from, beside their bills. */
  private record Known(
      Map<Meter, List<MeteredRow>> bills, Set<String> accrued, Set<String> closed) {}

  /**
   * Brings the accruals of all meters up to date whose bills no estimate has seen yet, and once a
   * month those of all whose bill for the month before has not come.
   */
  public void accrue(@ExchangeProperty(HubProperties.JOB) Job job) {
    String tenant = job.tenant();
    LocalDate month = awaited.month();
    Known known = database.inTenant(tenant, jdbc -> known(jdbc, tenant, month));
    known.bills().keySet().forEach(meter -> accrue(job, meter, known));
    database.inTenant(
        tenant,
        jdbc -> {
          awaited.remember(jdbc, tenant, month);
          return month;
        });
  }

  private Known known(JdbcTemplate jdbc, String tenant, LocalDate month) {
    boolean looked = awaited.looked(jdbc, tenant, month);
    Set<String> accrued = looked ? Set.of() : MeterBills.accrued(jdbc, tenant);
    List<LastBill> due = looked ? List.of() : awaited.due(jdbc, tenant, accrued);
    Map<Meter, List<MeteredRow>> bills = MeterBills.touched(jdbc, tenant, due);
    if (bills.isEmpty()) {
      return new Known(bills, accrued, Set.of());
    }
    Set<String> all = looked ? MeterBills.accrued(jdbc, tenant) : accrued;
    return new Known(bills, all, awaited.closed(jdbc, tenant));
  }

  private void accrue(Job job, Meter meter, Known known) {
    String name = meter.toString();
    List<MeteredRow> rows = known.bills().get(meter);
    List<Bill> bills = rows.stream().map(MeteredRow::bill).toList();
    List<Accrual> accruals = Accruals.of(bills, until(bills, known.closed().contains(name)));
    if (accruals.isEmpty() && !known.accrued().contains(name)) {
      return;
    }
    List<Map<String, Object>> records =
        accruals.stream().map(accrual -> AccrualRecord.of(meter, accrual, rows)).toList();
    String digest = digest(records);
    Optional<Long> run = runs.open(job.tenant(), SOURCE, name, job.id(), "[]", digest);
    run.ifPresent(id -> take(job.tenant(), id, records));
  }

  private Optional<LocalDate> until(List<Bill> bills, boolean closed) {
    return Accruals.last(bills)
        .map(last -> awaited.standing(last.days().end(), last.zone(), closed))
        .filter(Awaited.class::isInstance)
        .map(standing -> ((Awaited) standing).until());
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

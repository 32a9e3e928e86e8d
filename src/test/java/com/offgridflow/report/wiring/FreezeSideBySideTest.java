package com.offgridflow.report.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import com.offgridflow.job.Job;
import com.offgridflow.report.Report;
import com.offgridflow.wiring.Sandbox;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Reports that are frozen at one time, of bills of 1 kWh each, while further bills are estimated.
 */
@QuarkusTest
class FreezeSideBySideTest {
  /** Of the location-based and the market-based method. */
  private static final long EMISSIONS_OF_A_BILL = 2;

  /** Ember 2026, Germany: 0.32965 kg/kWh, in tonnes. */
  private static final BigDecimal TONNES = new BigDecimal("0.00032965");

  private static final int BILLS = 1000;

  @Inject BilledReports.Of bills;
  @Inject FreezeReport freezing;
  @Inject ReportStore reports;
  @Inject ReportVerification verification;
  @Inject Sandbox sandbox;

  private final ExecutorService threads = Executors.newCachedThreadPool();

  @AfterEach
  void end() {
    threads.shutdownNow();
  }

  @Test
  void shouldFreezeOneMomentEachBesideAnEstimate() throws Exception {
    BilledReports growing = billed(BILLS);
    BilledReports still = billed(BILLS);
    growing.receive("second", kilowattHours(2 * BILLS));

    List<Callable<Frozen>> work = new ArrayList<>();
    LongStream.rangeClosed(1, 3).forEach(job -> work.add(() -> freeze(growing, job)));
    LongStream.rangeClosed(4, 5).forEach(job -> work.add(() -> freeze(still, job)));
    Future<?> estimate = threads.submit(() -> growing.estimate("second"));
    List<Frozen> frozen = results(threads.invokeAll(work));
    estimate.get();
    frozen.add(freeze(growing, 6));

    assertThat(frozen).allSatisfy(this::assertOneMoment);
    assertThat(frozen.subList(3, 5)).extracting(Frozen::bills).containsOnly((long) BILLS);
    assertThat(frozen.get(5).bills()).as("afterwards").isEqualTo(2 * BILLS);
  }

  @Test
  void shouldFreezeOneReportWhenAJobIsDoneTwiceAtATime() throws Exception {
    BilledReports billed = billed(BILLS);

    List<Frozen> frozen =
        results(threads.invokeAll(Collections.nCopies(3, () -> freeze(billed, 1))));

    assertThat(frozen)
        .extracting(each -> each.report().request().id())
        .containsOnly(frozen.get(0).report().request().id());
    assertThat(sandbox.count(billed.tenant(), "select count(*) from report")).isEqualTo(1);
    assertOneMoment(frozen.get(0));
  }

  private record Frozen(String tenant, Report report) {
    long bills() {
      return report.derivation().orElseThrow().emissions() / EMISSIONS_OF_A_BILL;
    }
  }

  /** What was summed by one transaction is what the other one linked. */
  private void assertOneMoment(Frozen frozen) {
    UUID id = UUID.fromString(frozen.report().request().id());
    BigDecimal tonnes = TONNES.multiply(BigDecimal.valueOf(frozen.bills()));

    assertThat(frozen.report().values())
        .filteredOn(value -> value.dataPoint().equals("E1-6.scope-2-location"))
        .singleElement()
        .satisfies(
            value ->
                assertThat(value.published())
                    .isEqualByComparingTo(tonnes.setScale(3, RoundingMode.HALF_UP)));
    assertThat(
            sandbox.count(
                frozen.tenant(), "select count(*) from report_emission where report_id = ?", id))
        .isEqualTo(EMISSIONS_OF_A_BILL * frozen.bills());
    assertThat(verification.verify(frozen.tenant(), id, Optional.empty()).findings()).isEmpty();
  }

  private BilledReports billed(int count) {
    BilledReports billed = bills.ofNewTenant();
    billed.take("first", kilowattHours(count));
    return billed;
  }

  private static String[] kilowattHours(int bills) {
    return Collections.nCopies(bills, "1").toArray(String[]::new);
  }

  private Frozen freeze(BilledReports billed, long job) {
    String tenant = billed.tenant();
    Map<String, String> result =
        freezing.freeze(new Job(job, tenant, "report", Map.of("plan", "annual"), 1));
    return new Frozen(tenant, reports.load(tenant, result.get("report")));
  }

  private static List<Frozen> results(List<Future<Frozen>> futures) throws Exception {
    List<Frozen> results = new ArrayList<>();
    for (Future<Frozen> future : futures) {
      results.add(future.get());
    }
    return results;
  }
}

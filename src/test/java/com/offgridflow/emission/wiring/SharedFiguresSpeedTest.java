package com.offgridflow.emission.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import com.offgridflow.job.JobRequest;
import com.offgridflow.job.wiring.TestWorker;
import com.offgridflow.wiring.Sandbox;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * How fast figures follow that many activities share: instruments over a year's bills, and a
 * provider's report over cloud use. A short run as a test of the way; the measurement of
 * bench/README.md is {@code -Dspeed.shared=100000}, which also holds the limit.
 */
@QuarkusTest
class SharedFiguresSpeedTest {
  private static final int ACTIVITIES = Integer.getInteger("speed.shared", 2_400);
  private static final boolean MEASURING = ACTIVITIES >= 100_000;
  private static final int SITES = Math.max(1, ACTIVITIES / 12);
  private static final int INSTRUMENTS = 1_000;
  private static final Duration LIMIT = Duration.ofSeconds(15);

  private static final String FILL =
      """
      insert into activity (tenant_id, source, record_key, content_digest, kind, subject, quantity,
        unit, period_start, period_end, supplier, region, postcode, country, facility, account,
        service, run_id, evidence_object, evidence_digest, locator, lines)
      select ?, 'speed', 'r' || i, sha256(i::text::bytea), k.kind, k.subject, i % 997 + 0.25, k.unit,
        month, month + interval '1 month', k.supplier, k.region, '', k.country, 'site ' || i / 12,
        'a' || i / 12 % 50, '', ?, 'file', '', 'line ' || i, 1
      from generate_series(0, ? - 1) i
      cross join lateral (
        select timestamptz '2025-01-01Z' + i % 12 * interval '1 month' as month) m
      cross join (values (?, ?, ?, ?, ?, ?))
        k (kind, subject, unit, supplier, region, country)""";

  /** Per account and month what the provider says, which the tenant's order prefers. */
  private static final String REPORTED =
      """
      insert into activity (tenant_id, source, record_key, content_digest, kind, subject, quantity,
        unit, period_start, period_end, supplier, region, postcode, country, facility, account,
        service, run_id, evidence_object, evidence_digest, locator, lines, details)
      select ?, 'reported', 'm' || i, sha256(i::text::bytea), 'cloud.reported', '', 10, 'kg CO2e',
        month, month + interval '1 month', 'aws', '', '', '', '', 'a' || i / 12, '', ?, 'file', '',
        'line ' || i, 1, '{"basis": "location"}'
      from generate_series(0, 599) i
      cross join lateral (
        select timestamptz '2025-01-01Z' + i % 12 * interval '1 month' as month) m""";

  @Inject Sandbox sandbox;
  @Inject TestWorker worker;
  @Inject InstrumentLoading loading;

  @Test
  void shouldShareInstrumentsOutOverTheBillsOfAYear() throws IOException {
    String tenant = sandbox.tenant();
    fill(tenant, "electricity", "", "kWh", "", "", "DE");
    worker.run(tenant, JobRequest.estimate("bills"));

    loading.load(tenant, "instruments.csv", new StringReader(instruments()));
    Duration first = time("instruments over the year's bills", worker::drain);
    Duration again =
        time("the same once more", () -> worker.run(tenant, JobRequest.marketBased(2025, "again")));

    String withoutFigure =
        """
        select count(*) from activity a where not exists (select 1 from emission e
          where e.activity_id = a.activity_id and e.method = 'market-based'
            and e.superseded_at is null)""";
    assertThat(sandbox.count(tenant, withoutFigure)).isZero();
    String covered =
        "select count(distinct component) from emission where component like 'instrument:%'";
    assertThat(sandbox.count(tenant, covered)).isEqualTo(INSTRUMENTS);
    hold(first);
    hold(again);
  }

  @Test
  void shouldTellWhatAProvidersReportStandsFor() {
    String tenant = sandbox.tenant();
    fill(tenant, "cloud.compute", "m5.large", "vCPU-h", "aws", "eu-central-1", "");
    sandbox.owner().update(REPORTED, tenant, run(tenant, "reported"));
    sandbox.owner().update("insert into methodology values (?, 'hub-2026')", tenant);
    sandbox
        .owner()
        .update(
            "insert into cloud_method values (?, '*', 'provider-reported', 0), (?, '*', 'cloud-usage', 1)",
            tenant,
            tenant);
    worker.run(tenant, JobRequest.estimate("cloud use"));
    sandbox.owner().execute("analyze");

    String replaced = "select count(*) from replaced_activity";
    long[] found = new long[1];
    Duration taken =
        time("what reports stand for", () -> found[0] = sandbox.count(tenant, replaced));

    assertThat(found[0]).isEqualTo(ACTIVITIES);
    hold(taken);
  }

  private static String instruments() {
    return IntStream.range(0, INSTRUMENTS)
        .mapToObj(
            i ->
                "i%d,certificate,electricity,%s,2025-12-31"
                    .formatted(i, i % 2 == 0 ? ofASite(i) : ofTheMarket(i)))
        .collect(
            Collectors.joining(
                "\n",
                "id,type,carrier,volume,use_from,use_to,market,technology,rate,facility,retired_on\n",
                "\n"));
  }

  /** No site uses less than 69 kWh in a year: more than it uses would be withheld. */
  private static String ofASite(int i) {
    return "5,2025-01-01,2026-01-01,DE,wind,0,site " + i * SITES / INSTRUMENTS;
  }

  private static String ofTheMarket(int i) {
    return (500 + i) + ",2025-01-01,2026-01-01,DE,wind,0,";
  }

  private void fill(String tenant, Object... kind) {
    Object[] arguments = new Object[3 + kind.length];
    arguments[0] = tenant;
    arguments[1] = run(tenant, "speed");
    arguments[2] = ACTIVITIES;
    System.arraycopy(kind, 0, arguments, 3, kind.length);
    sandbox.owner().update(FILL, arguments);
    sandbox.owner().execute("analyze activity");
  }

  private Long run(String tenant, String source) {
    String insert =
        "insert into run (tenant_id, source, delivery, state) values (?, ?, 'd', 'done')"
            + " returning run_id";
    return sandbox.owner().queryForObject(insert, Long.class, tenant, source);
  }

  private static Duration time(String what, Runnable work) {
    long start = System.nanoTime();
    work.run();
    Duration taken = Duration.ofNanos(System.nanoTime() - start);
    if (MEASURING) {
      System.out.printf("%,d activities, %s: %.1f s%n", ACTIVITIES, what, taken.toMillis() / 1e3);
    }
    return taken;
  }

  private static void hold(Duration taken) {
    if (MEASURING) {
      assertThat(taken).isLessThan(LIMIT);
    }
  }
}

package com.offgridflow.demo.wiring;

import com.offgridflow.job.JobRequest;
import com.offgridflow.job.JobState;
import com.offgridflow.tenant.wiring.TenantDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Locale;

/** The lines that the demo prints while it works. */
@ApplicationScoped
public class DemoProgress {
  private static final String DONE =
      """
      select (select coalesce(sum(records_read), 0) from run where tenant_id = t.id and state = 'open'),
        (select count(*) from activity where tenant_id = t.id and superseded_at is null),
        (select count(*) from emission where tenant_id = t.id)
      from (select ?::text as id) t""";
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final TenantDatabase database;
  private final long started = System.nanoTime();
  private long lastTick = started;

  DemoProgress(TenantDatabase database) {
    this.database = database;
  }

  Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - started);
  }

  void say(String text) {
    System.out.printf(Locale.ROOT, "[%5.1f s] %s%n", elapsed().toMillis() / 1000.0, text);
  }

  void stage(JobRequest request, JobState state) {
    String name = name(request);
    if (state.succeeded()) {
      say(name + " done");
    } else {
      say(name + " FAILED (" + state.name() + "): " + firstLine(state.cause()));
    }
  }

  /** From time to time, what a stage that takes long has reached. */
  void tick(String tenant, JobRequest request) {
    if (System.nanoTime() - lastTick < PAUSE.toNanos()) {
      return;
    }
    lastTick = System.nanoTime();
    String counts =
        database.inTenant(
            tenant,
            jdbc ->
                jdbc.queryForObject(
                    DONE,
                    (row, n) -> reached(row.getLong(1), row.getLong(2), row.getLong(3)),
                    tenant));
    say(name(request) + " is working: " + counts);
  }

  private static String reached(long records, long activities, long emissions) {
    String stored = "%,d activities, %,d emissions so far".formatted(activities, emissions);
    return records == 0 ? stored : "%,d records read, ".formatted(records) + stored;
  }

  private static String name(JobRequest request) {
    String subject = request.payload().getOrDefault("connection", "");
    return subject.isEmpty() ? request.kind() : request.kind() + " " + subject;
  }

  private static String firstLine(String cause) {
    return cause == null ? "no cause is known" : cause.lines().findFirst().orElse("");
  }
}

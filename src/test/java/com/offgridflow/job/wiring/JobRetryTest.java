package com.offgridflow.job.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import com.offgridflow.job.Job;
import com.offgridflow.job.RetryPolicy;
import com.offgridflow.job.Settlement;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Jobs that fail. */
@QuarkusTest
class JobRetryTest extends QueuedJobs {
  @Test
  void shouldTryAgainAMinuteLater() {
    ask("job");
    Job job = queue.claim("worker", LEASE).orElseThrow();

    queue.settle(job, "worker", new RetryPolicy(8).settle(new IOException("reset"), 1));

    assertThat(queue.claim("worker", LEASE)).isEmpty();
    Map<String, Object> row =
        sandbox.row(
            tenant,
            "select state, cause, extract(epoch from run_at - now())::int as wait, lease_owner, finished_at from job");
    assertThat(row).containsEntry("state", "queued").containsEntry("cause", "reset");
    assertThat((Integer) row.get("wait")).isBetween(55, 60);
    assertThat(row).containsEntry("lease_owner", null).containsEntry("finished_at", null);
  }

  @Test
  void shouldGiveBackTheAttemptOfAJobThatWasPutOff() {
    ask("job");
    Job job = queue.claim("one", LEASE).orElseThrow();

    queue.settle(job, "one", new Settlement.Postponed(Duration.ofMinutes(5), "s3 is busy"));

    assertThat(
            sandbox.row(
                tenant,
                "select state, attempt, cause, run_at > now() + interval '4 minutes' as later from job"))
        .isEqualTo(Map.of("state", "queued", "attempt", 0, "cause", "s3 is busy", "later", true));
    assertThat(queue.state(tenant, "job").orElseThrow().waitingAfterFailure()).isTrue();
  }

  @Test
  void shouldKeepTheCauseOfAParkedJob() {
    ask("job");
    Job job = queue.claim("worker", LEASE).orElseThrow();

    queue.settle(job, "worker", new Settlement.Parked("tenant has no connection 'x'"));

    assertThat(queue.claim("worker", LEASE)).isEmpty();
    Map<String, Object> row = sandbox.row(tenant, "select state, cause, finished_at from job");
    assertThat(row)
        .containsEntry("state", "parked")
        .containsEntry("cause", "tenant has no connection 'x'");
    assertThat(row.get("finished_at")).isNotNull();
  }

  @Test
  void shouldRememberWhyAnEarlierAttemptFailed() {
    ask("job");
    Job job = queue.claim("worker", LEASE).orElseThrow();
    queue.settle(job, "worker", new Settlement.Retry(Duration.ZERO, "reset"));

    queue.settle(queue.claim("worker", LEASE).orElseThrow(), "worker", DONE);

    assertThat(queue.state(tenant, "job").orElseThrow().cause()).isEqualTo("reset");
    assertThat(queue.state(tenant, "job").orElseThrow().attempts()).isEqualTo(2);
  }
}

package com.offgridflow.job.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import com.offgridflow.job.Job;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Jobs whose worker is slow or dead. */
@QuarkusTest
class JobLeaseTest extends QueuedJobs {
  @Test
  void shouldGiveAJobToAnotherWorkerWhenItsLeaseHasRunOut() throws Exception {
    ask("job");
    Job first = queue.claim("first", Duration.ofMillis(1)).orElseThrow();
    Thread.sleep(20);

    Job second = queue.claim("second", LEASE).orElseThrow();

    assertThat(second.id()).isEqualTo(first.id());
    assertThat(second.attempt()).isEqualTo(2);
    assertThat(queue.settle(first, "first", DONE)).isFalse();
    assertThat(queue.renew(first, "first", LEASE)).isFalse();
    assertThat(queue.state(tenant, "job").orElseThrow().name()).isEqualTo("running");
    assertThat(queue.settle(second, "second", DONE)).isTrue();
  }

  @Test
  void shouldRefuseTheSettlementOfAnEarlierAttemptOfTheSameWorker() throws Exception {
    ask("job");
    Job first = queue.claim("worker", Duration.ofMillis(1)).orElseThrow();
    Thread.sleep(20);
    queue.claim("worker", LEASE).orElseThrow();

    assertThat(queue.settle(first, "worker", DONE)).isFalse();
  }

  @Test
  void shouldKeepAJobWhoseLeaseIsRenewed() throws Exception {
    ask("job");
    Job job = queue.claim("first", Duration.ofMillis(200)).orElseThrow();

    assertThat(queue.renew(job, "first", LEASE)).isTrue();
    Thread.sleep(300);

    assertThat(queue.claim("second", LEASE)).isEmpty();
    assertThat(queue.settle(job, "first", DONE)).isTrue();
  }

  @Test
  void shouldParkAJobThatTakesItsWorkerDownTimeAfterTime() {
    ask("deadly");
    queue.claim("dead", LEASE).orElseThrow();
    database.inTenant(
        tenant,
        jdbc -> jdbc.update("update job set attempt = 10, lease_until = now() - interval '1 s'"));

    assertThat(queue.claim("next", LEASE)).isEmpty();

    assertThat(sandbox.row(tenant, "select state, cause from job"))
        .containsEntry("state", "parked")
        .containsEntry("cause", "its worker died in each of 10 attempts");
  }

  @Test
  void shouldGiveBackTheJobsOfADeadProcess() {
    ask("job");
    queue.claim("dead", LEASE).orElseThrow();

    assertThat(queue.releaseLeases()).isEqualTo(1);
    assertThat(queue.claim("alive", LEASE)).isPresent();
  }
}

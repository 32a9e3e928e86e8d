package com.offgridflow.job.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import com.offgridflow.job.Job;
import com.offgridflow.job.JobRequest;
import com.offgridflow.job.RetryPolicy;
import com.offgridflow.job.Settlement;
import com.offgridflow.tenant.wiring.TenantDatabase;
import com.offgridflow.wiring.Sandbox;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;

@QuarkusTest
class JobQueueTest {
  private static final Duration LEASE = Duration.ofMinutes(1);
  private static final Settlement DONE = new Settlement.Succeeded(Map.of());

  @Inject JobQueue queue;
  @Inject TenantDatabase database;
  @Inject Sandbox sandbox;
  private String tenant;

  @BeforeEach
  void begin() {
    tenant = sandbox.tenant();
  }

  @Test
  void shouldGiveEachJobToOneOfTwoWorkers() throws Exception {
    for (int i = 0; i < 200; i++) {
      ask("job " + i);
    }

    List<List<Long>> claimed = inParallel(2, this::claimAll);

    List<Long> all = claimed.stream().flatMap(List::stream).toList();
    assertThat(all).hasSize(200).doesNotHaveDuplicates();
    assertThat(claimed).allSatisfy(of -> assertThat(of).isNotEmpty());
    assertThat(sandbox.count(tenant, "select count(*) from job where state = 'running'"))
        .isEqualTo(200);
  }

  @Test
  void shouldNeverRunJobsOfOneExclusiveKeySideBySide() throws Exception {
    for (int i = 0; i < 30; i++) {
      queue.enqueue(tenant, JobRequest.estimate("occasion " + i));
    }
    AtomicInteger running = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();

    inParallel(3, worker -> workExclusively(worker, running, most));

    assertThat(most).hasValue(1);
    assertThat(sandbox.count(tenant, "select count(*) from job where state = 'succeeded'"))
        .isEqualTo(30);
  }

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
  void shouldRememberWhyAnEarlierAttemptFailed() {
    ask("job");
    Job job = queue.claim("worker", LEASE).orElseThrow();
    queue.settle(job, "worker", new Settlement.Retry(Duration.ZERO, "reset"));

    queue.settle(queue.claim("worker", LEASE).orElseThrow(), "worker", DONE);

    assertThat(queue.state(tenant, "job").orElseThrow().cause()).isEqualTo("reset");
    assertThat(queue.state(tenant, "job").orElseThrow().attempts()).isEqualTo(2);
  }

  @Test
  void shouldAskOnceForOneKey() {
    assertThat(ask("job")).isTrue();
    assertThat(ask("job")).isFalse();
    queue.settle(queue.claim("worker", LEASE).orElseThrow(), "worker", DONE);

    assertThat(ask("job")).isFalse();
    assertThat(sandbox.count(tenant, "select count(*) from job")).isEqualTo(1);
    assertThat(ask("another")).isTrue();
  }

  @Test
  void shouldTakeTheMostUrgentFirstAndThenTheOldest() {
    List.of("low", "first", "second", "urgent").forEach(this::ask);
    urgency("low", -1);
    urgency("urgent", 10);

    List<String> order = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      order.add(queue.claim("worker", LEASE).orElseThrow().payload().get("name"));
    }

    assertThat(order).containsExactly("urgent", "first", "second", "low");
  }

  @Test
  void shouldGiveBackTheJobsOfADeadProcess() {
    ask("job");
    queue.claim("dead", LEASE).orElseThrow();

    assertThat(queue.releaseLeases()).isEqualTo(1);
    assertThat(queue.claim("alive", LEASE)).isPresent();
  }

  private boolean ask(String name) {
    return queue.enqueue(
        tenant, new JobRequest("none", Map.of("name", name), name, Optional.empty()));
  }

  private void urgency(String key, int priority) {
    database.inTenant(
        tenant,
        jdbc -> jdbc.update("update job set priority = ? where dedupe_key = ?", priority, key));
  }

  private List<Long> claimAll(String worker) {
    List<Long> claimed = new ArrayList<>();
    Optional<Job> job = queue.claim(worker, LEASE);
    while (job.isPresent()) {
      claimed.add(job.get().id());
      job = queue.claim(worker, LEASE);
    }
    return claimed;
  }

  private boolean workExclusively(String worker, AtomicInteger running, AtomicInteger most)
      throws InterruptedException {
    while (sandbox.count(tenant, "select count(*) from job where state <> 'succeeded'") > 0) {
      Optional<Job> job = claim(worker);
      if (job.isPresent()) {
        most.accumulateAndGet(running.incrementAndGet(), Math::max);
        Thread.sleep(2);
        running.decrementAndGet();
        queue.settle(job.get(), worker, DONE);
      }
    }
    return true;
  }

  /** Two workers that reach for the same key at once: the table's index tells one of them no. */
  private Optional<Job> claim(String worker) {
    try {
      return queue.claim(worker, LEASE);
    } catch (DuplicateKeyException e) {
      return Optional.empty();
    }
  }

  private interface Work<T> {
    T of(String worker) throws Exception;
  }

  private static <T> List<T> inParallel(int workers, Work<T> work) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(workers);
    try {
      List<Callable<T>> calls = new ArrayList<>();
      for (int i = 0; i < workers; i++) {
        String name = "worker " + i;
        calls.add(() -> work.of(name));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> result : threads.invokeAll(calls)) {
        results.add(result.get());
      }
      return results;
    } finally {
      threads.shutdownNow();
    }
  }
}

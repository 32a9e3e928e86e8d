package com.offgridflow.job.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import com.offgridflow.job.Job;
import com.offgridflow.job.JobRequest;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;

/** Who gets which job. */
@QuarkusTest
class JobQueueTest extends QueuedJobs {
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

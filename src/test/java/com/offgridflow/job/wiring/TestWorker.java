package com.offgridflow.job.wiring;

import com.offgridflow.job.Job;
import com.offgridflow.job.JobRequest;
import com.offgridflow.job.JobState;
import com.offgridflow.job.RetryPolicy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;

/** Works on jobs when a test says so, by the hub's own queue and routes. */
@ApplicationScoped
public class TestWorker {
  private static final String NAME = "test";
  private static final Duration LEASE = Duration.ofMinutes(5);

  private final JobQueue queue;
  private final JobRunner runner;

  TestWorker(JobQueue queue, JobRunner runner) {
    this.queue = queue;
    this.runner = runner;
  }

  /** Asks for a job, and works on whatever is due. */
  public JobState run(String tenant, JobRequest request) {
    queue.enqueue(tenant, request);
    drain();
    return queue.state(tenant, request.key()).orElseThrow();
  }

  /** Works on all jobs that are due, and on those that they ask for. */
  public void drain() {
    Optional<Job> job = queue.claim(NAME, LEASE);
    while (job.isPresent()) {
      queue.settle(job.get(), NAME, runner.run(job.get(), new RetryPolicy(8)));
      job = queue.claim(NAME, LEASE);
    }
  }
}

package com.offgridflow.job.wiring;

import com.offgridflow.failure.Causes;
import com.offgridflow.failure.Outage;
import com.offgridflow.job.Job;
import com.offgridflow.job.RetryPolicy;
import com.offgridflow.job.Settlement;
import com.offgridflow.wiring.HubConfig;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.camel.spi.CamelEvent;
import org.jboss.logging.Logger;
import org.springframework.dao.DuplicateKeyException;

/** Takes jobs, keeps them alive while they run, and settles them. Any replica runs any job. */
@ApplicationScoped
public class JobWorker {
  private static final Logger LOG = Logger.getLogger(JobWorker.class);

  private final String name = ProcessHandle.current().pid() + "-" + UUID.randomUUID();
  private final Map<Job, Thread> running = new ConcurrentHashMap<>();
  private final HubConfig hub;
  private final JobConfig config;
  private final JobQueue queue;
  private final JobRunner runner;
  private final RetryPolicy retries;
  private final Semaphore free;
  private final Outage outage = new Outage();
  private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(2);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private volatile boolean started;

  JobWorker(HubConfig hub, JobConfig config, JobQueue queue, JobRunner runner) {
    this.hub = hub;
    this.config = config;
    this.queue = queue;
    this.runner = runner;
    this.retries = new RetryPolicy(config.maxAttempts());
    this.free = new Semaphore(config.workers());
  }

  void start(@Observes CamelEvent.CamelContextStartedEvent event) {
    if (config.enabled() && !clock.isShutdown()) {
      takeOverFromTheDead();
      started = true;
      long poll = config.poll().toMillis();
      clock.scheduleWithFixedDelay(this::claim, 0, poll, TimeUnit.MILLISECONDS);
      long beat = config.lease().toMillis() / 3;
      clock.scheduleAtFixedRate(this::renew, beat, beat, TimeUnit.MILLISECONDS);
    }
  }

  /** Not before the start: a job that was taken by then would be freed as one of the dead's. */
  void wake(@Observes JobQueued event) {
    if (started && !clock.isShutdown()) {
      clock.execute(this::claim);
    }
  }

  /** On its own database no other process can be alive, so a killed hub's jobs need not wait. */
  private void takeOverFromTheDead() {
    if (hub.embeddedDatabase()) {
      int freed = queue.releaseLeases();
      if (freed > 0) {
        LOG.infof("%d jobs of an earlier process are taken up again", freed);
      }
    }
  }

  /** Work that is not done by then is taken up by another worker when its lease has run out. */
  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    clock.shutdownNow();
    threads.shutdown();
    if (!threads.awaitTermination(10, TimeUnit.SECONDS)) {
      threads.shutdownNow();
    }
  }

  private void claim() {
    try {
      while (free.tryAcquire()) {
        Optional<Job> job = claimOrRelease();
        if (outage.ends()) {
          LOG.info("jobs are looked for again");
        }
        if (job.isEmpty()) {
          return;
        }
        threads.execute(() -> work(job.get()));
      }
    } catch (RuntimeException e) {
      if (outage.begins()) {
        LOG.warnf(
            "cannot look for jobs, will go on trying every %s: %s", config.poll(), Causes.told(e));
      }
    }
  }

  private Optional<Job> claimOrRelease() {
    Optional<Job> job = Optional.empty();
    try {
      job = queue.claim(name, config.lease());
    } catch (DuplicateKeyException e) {
      LOG.debug("another worker took a job with the same exclusive key");
    } finally {
      if (job.isEmpty()) {
        free.release();
      }
    }
    return job;
  }

  private void work(Job job) {
    running.put(job, Thread.currentThread());
    try {
      Settlement settlement = runner.run(job, retries);
      leave(job);
      if (!queue.settle(job, name, settlement)) {
        LOG.warnf("job %d was taken over by another worker; its result here is dropped", job.id());
      }
    } catch (RuntimeException e) {
      LOG.errorf(
          "job %d cannot be settled; it runs again when its lease ends: %s",
          job.id(), Causes.told(e));
    } finally {
      leave(job);
      free.release();
      if (!threads.isShutdown()) {
        clock.execute(this::claim);
      }
    }
  }

  /** From here on nobody interrupts the thread for the sake of this job; what was is over. */
  private void leave(Job job) {
    running.remove(job);
    Thread.interrupted();
  }

  private void renew() {
    running.forEach(
        (job, thread) -> {
          try {
            if (!queue.renew(job, name, config.lease())) {
              running.computeIfPresent(job, this::stop);
            }
          } catch (RuntimeException e) {
            LOG.warnf(
                "cannot renew the lease of job %d, will go on trying: %s",
                job.id(), Causes.told(e));
          }
        });
  }

  /** While the map holds on to the job, its thread cannot go on to another. */
  private Thread stop(Job job, Thread thread) {
    LOG.warnf("job %d is no longer ours; stopping work on it", job.id());
    thread.interrupt();
    return thread;
  }
}

package com.offgridflow.job.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import com.offgridflow.job.Job;
import com.offgridflow.wiring.HubConfig;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class JobWorkerStartTest {
  private final BlockingQueue<String> calls = new LinkedBlockingQueue<>();
  private final SmallRyeConfig settings =
      new SmallRyeConfigBuilder()
          .withMapping(HubConfig.class)
          .withMapping(JobConfig.class)
          .withSources(
              new PropertiesConfigSource(Map.of("hub.embedded-database", "true"), "test", 500))
          .build();

  /**
   * A job that was asked for while the hub starts was freed as if a dead process had held it, and
   * ran twice at a time.
   */
  @Test
  void shouldTakeNoJobBeforeThoseOfTheDeadAreFreed() throws Exception {
    JobWorker worker =
        new JobWorker(
            settings.getConfigMapping(HubConfig.class),
            settings.getConfigMapping(JobConfig.class),
            new RecordedQueue(),
            null);

    worker.wake(new JobQueued());
    assertThat(calls.poll(300, TimeUnit.MILLISECONDS)).as("before the start").isNull();
    worker.start(null);

    assertThat(List.of(calls.take(), calls.take())).containsExactly("release", "claim");
    worker.stop(null);
  }

  private final class RecordedQueue extends JobQueue {
    RecordedQueue() {
      super(null, null, null, null, null, null);
    }

    @Override
    public int releaseLeases() {
      calls.add("release");
      return 0;
    }

    @Override
    public Optional<Job> claim(String worker, Duration lease) {
      calls.add("claim");
      return Optional.empty();
    }
  }
}

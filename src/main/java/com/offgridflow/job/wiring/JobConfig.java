package com.offgridflow.job.wiring;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the job queue. */
@ConfigMapping(prefix = "job")
public interface JobConfig {
  /** Whether this process works on jobs; one that only serves its console need not. */
  @WithDefault("true")
  boolean enabled();

  /** Jobs worked on at the same time. */
  @WithDefault("2")
  int workers();

  /** How often an idle worker looks for work. */
  @WithDefault("PT0.5S")
  Duration poll();

  /** After this long without a sign of life a job is given to another worker. */
  @WithDefault("PT30S")
  Duration lease();

  /** Attempts before a job is parked. */
  @WithDefault("8")
  int maxAttempts();

  /** For how long settled jobs are remembered that nothing points to; at least a day. */
  @WithDefault("P365D")
  Duration retention();
}

package com.offgridflow.job.wiring;

import com.offgridflow.job.JobRequest;
import com.offgridflow.job.Settlement;
import com.offgridflow.tenant.wiring.TenantDatabase;
import com.offgridflow.wiring.Sandbox;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;

/** Jobs of one tenant in the hub's own queue. */
abstract class QueuedJobs {
  static final Duration LEASE = Duration.ofMinutes(1);
  static final Settlement DONE = new Settlement.Succeeded(Map.of());

  @Inject JobQueue queue;
  @Inject TenantDatabase database;
  @Inject Sandbox sandbox;
  String tenant;

  @BeforeEach
  void begin() {
    tenant = sandbox.tenant();
  }

  boolean ask(String name) {
    return queue.enqueue(
        tenant, new JobRequest("none", Map.of("name", name), name, Optional.empty()));
  }
}

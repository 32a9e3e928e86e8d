package com.offgridflow.source.wiring;

import com.offgridflow.intake.Closing;
import com.offgridflow.intake.wiring.RunHistory;
import com.offgridflow.intake.wiring.Runs;
import com.offgridflow.job.Job;
import com.offgridflow.source.Connection;
import com.offgridflow.source.Delivery;
import com.offgridflow.source.SyncTally;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jboss.logging.Logger;

/** The runs of a sync's deliveries, whatever the deliveries are made of, and the sync's tally. */
@ApplicationScoped
class DeliveryRuns {
  private static final Logger LOG = Logger.getLogger(DeliveryRuns.class);

  private final Runs runs;
  private final RunHistory history;

  DeliveryRuns(Runs runs, RunHistory history) {
    this.runs = runs;
    this.history = history;
  }

  /** Whether the delivery waits for somebody to confirm it. */
  boolean held(Connection connection, Delivery delivery) {
    return history.held(connection.tenant(), connection.id(), delivery.name());
  }

  /**
   * A run for a delivery's content. A backfill reads what it knows as well.
   *
   * @param objects what the delivery is made of, as JSON
   * @return empty when there is nothing to take in: it is as it was, or is still held
   */
  Optional<Long> open(
      Connection connection,
      Delivery delivery,
      Job job,
      String objects,
      String digest,
      SyncTally tally) {
    String tenant = connection.tenant();
    if (Backfills.month(job).isPresent()) {
      return Optional.of(
          runs.openAgain(tenant, connection.id(), delivery.name(), job.id(), objects, digest));
    }
    Optional<Long> run =
        runs.open(tenant, connection.id(), delivery.name(), job.id(), objects, digest);
    if (run.isEmpty()) {
      known(connection, delivery, tally);
    }
    return run;
  }

  private void known(Connection connection, Delivery delivery, SyncTally tally) {
    if (held(connection, delivery)) {
      tally.held();
    } else {
      tally.unchanged();
    }
  }

  /** Everything is staged: makes it visible, unless too much would be lost by it. */
  void finish(
      Connection connection,
      Delivery delivery,
      long runId,
      String format,
      long lines,
      SyncTally tally) {
    Closing closing = runs.closeUnlessDoubtful(connection.tenant(), runId, format, lines);
    if (closing instanceof Closing.Held held) {
      LOG.warnf(
          "delivery %s of connection %s is held: %s",
          delivery.name(), connection.id(), held.cause());
      tally.held();
    } else {
      tally.taken();
    }
  }
}

package com.offgridflow.source.wiring;

import com.offgridflow.failure.Causes;
import com.offgridflow.failure.CredentialException;
import com.offgridflow.intake.wiring.RunHistory;
import com.offgridflow.intake.wiring.Runs;
import com.offgridflow.job.HubProperties;
import com.offgridflow.job.Job;
import com.offgridflow.job.JobRequest;
import com.offgridflow.job.wiring.JobQueue;
import com.offgridflow.lake.LakeException;
import com.offgridflow.source.Connection;
import com.offgridflow.source.Delivery;
import com.offgridflow.source.LocalObject;
import com.offgridflow.source.RefusedDeliveryException;
import com.offgridflow.source.SyncTally;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.commons.csv.CSVException;
import org.jboss.logging.Logger;

/** What failed in a sync, and what follows from the sync as a whole. */
@ApplicationScoped
@Named("syncOutcome")
public class SyncOutcome {
  private static final Logger LOG = Logger.getLogger(SyncOutcome.class);

  private final Runs runs;
  private final RunHistory history;
  private final JobQueue queue;
  private final SyncMetrics metrics;

  SyncOutcome(Runs runs, RunHistory history, JobQueue queue, SyncMetrics metrics) {
    this.history = history;
    this.metrics = metrics;
    this.runs = runs;
    this.queue = queue;
  }

  /**
   * A delivery could not be taken in. The others of the sync go on.
   *
   * @throws CredentialException when it would be the same with all others
   */
  public void failed(
      Exchange exchange,
      @ExchangeProperty(HubProperties.CONNECTION) Connection connection,
      @ExchangeProperty(HubProperties.DELIVERY) Delivery delivery,
      @ExchangeProperty(HubProperties.TALLY) SyncTally tally) {
    Exception failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
    Long runId = exchange.getProperty(HubProperties.RUN, Long.class);
    RefusedDeliveryException refusal = refusal(failure, exchange);
    if (refusal == null) {
      if (runId != null) {
        runs.fail(connection.tenant(), runId, failure.getMessage());
      }
      LOG.warnf("delivery %s failed: %s", delivery.name(), failure.getMessage());
      tally.failed(failure);
      Optional<CredentialException> refused = Causes.find(failure, CredentialException.class);
      if (refused.isPresent()) {
        estimate(connection);
        throw refused.get();
      }
      return;
    }
    LOG.infof("delivery refused: %s", refusal.getMessage());
    if (runId == null) {
      Long job = exchange.getProperty(HubProperties.JOB, Job.class).id();
      runs.refuse(
          connection.tenant(), connection.id(), delivery.name(), job, List.of(refusal.rejection()));
    } else {
      runs.refuse(connection.tenant(), runId, refusal.rejection());
    }
    tally.refused();
  }

  /** Asks for an estimate of what is new, and fails the job when a delivery failed for now. */
  public void finish(
      Exchange exchange,
      @ExchangeProperty(HubProperties.JOB) Job job,
      @ExchangeProperty(HubProperties.CONNECTION) Connection connection,
      @ExchangeProperty(HubProperties.TALLY) SyncTally tally)
      throws Exception {
    exchange.setProperty(HubProperties.RESULT, tally.asMap());
    tally.outcomes().forEach((how, n) -> metrics.delivered(connection.kind(), how, n));
    estimate(connection);
    if (!tally.failures().isEmpty()) {
      throw tally.failure();
    }
  }

  /**
   * Asks by the run and not by the job: an attempt that brings what an earlier one could not, and
   * one that follows on an attempt which was cut off here, ask for an estimate of their own.
   */
  private void estimate(Connection connection) {
    history
        .toEstimate(connection.tenant(), connection.id())
        .ifPresent(run -> queue.enqueue(connection.tenant(), JobRequest.estimate("run " + run)));
  }

  @SuppressWarnings("unchecked")
  private static RefusedDeliveryException refusal(Exception failure, Exchange exchange) {
    List<LocalObject> objects = exchange.getProperty(HubProperties.OBJECTS, List.class);
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof RefusedDeliveryException refused) {
        return refused;
      }
      if (t instanceof LakeException unreadable) {
        return Formats.refused(objects, unreadable);
      }
      if (t instanceof CSVException noCsv) {
        LocalObject reading = exchange.getProperty(HubProperties.OBJECT, LocalObject.class);
        return Formats.refused(reading == null ? objects.get(0) : reading, noCsv);
      }
    }
    return null;
  }
}

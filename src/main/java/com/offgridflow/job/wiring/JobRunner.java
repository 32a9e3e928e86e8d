package com.offgridflow.job.wiring;

import com.offgridflow.job.HubProperties;
import com.offgridflow.job.Job;
import com.offgridflow.job.RetryPolicy;
import com.offgridflow.job.Settlement;
import com.offgridflow.signal.LogContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.jboss.logging.Logger;

/** Sends a job through the route {@code core-jobs} and reads its settlement off the exchange. */
@ApplicationScoped
public class JobRunner {
  private static final Logger LOG = Logger.getLogger(JobRunner.class);

  private final ProducerTemplate camel;

  JobRunner(ProducerTemplate camel) {
    this.camel = camel;
  }

  Settlement run(Job job, RetryPolicy retries) {
    try (LogContext context = LogContext.of(job.tenant(), Long.toString(job.id()))) {
      LOG.debugf("%s starts, attempt %d", job.kind(), job.attempt());
      Exchange exchange = camel.send("direct:core-jobs", e -> describe(e, job));
      Throwable failure = exchange.getException();
      return failure == null ? succeeded(exchange) : failed(job, retries, failure);
    }
  }

  private static void describe(Exchange exchange, Job job) {
    exchange.setProperty(HubProperties.TENANT, job.tenant());
    exchange.setProperty(HubProperties.JOB, job);
  }

  @SuppressWarnings("unchecked")
  private static Settlement succeeded(Exchange exchange) {
    return new Settlement.Succeeded(
        exchange.getProperty(HubProperties.RESULT, Map.of(), Map.class));
  }

  private static Settlement failed(Job job, RetryPolicy retries, Throwable failure) {
    Settlement settlement = retries.settle(failure, job.attempt());
    if (settlement instanceof Settlement.Retry retry) {
      LOG.warnf(
          "%s failed, attempt %d, again in %s: %s",
          job.kind(), job.attempt(), retry.delay(), retry.cause());
    } else if (settlement instanceof Settlement.Postponed postponed) {
      LOG.warnf("%s waits %s: %s", job.kind(), postponed.delay(), postponed.cause());
    } else {
      LOG.errorf(failure, "%s failed and is parked", job.kind());
    }
    return settlement;
  }
}

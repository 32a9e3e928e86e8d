package com.offgridflow.source.wiring;

import com.google.cloud.bigquery.BigQuery;
import com.google.cloud.bigquery.BigQueryException;
import com.google.cloud.bigquery.Job;
import com.google.cloud.bigquery.JobId;
import com.google.cloud.bigquery.JobInfo;
import com.google.cloud.bigquery.JobStatistics.QueryStatistics;
import com.google.cloud.bigquery.QueryJobConfiguration;
import com.offgridflow.failure.UnrecoverableException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/**
 * A client of BigQuery that has each query estimated by a dry run before it is run, and billed no
 * more than a limit. Camel's component has no option for either, nor for the further pages of a
 * query: it asks for the same job again, which is then not run again.
 */
final class QueryBudget implements InvocationHandler {
  private static final Set<String> THROTTLED = Set.of("rateLimitExceeded", "jobRateLimitExceeded");
  private static final int TRIES = 5;

  private final BigQuery service;
  private final String connection;
  private final long limit;
  private volatile JobId latest;

  private QueryBudget(BigQuery service, String connection, long limit) {
    this.service = service;
    this.connection = connection;
    this.limit = limit;
  }

  /**
   * @param limit bytes that a query may read
   */
  static BigQuery over(BigQuery service, String connection, long limit) {
    return (BigQuery)
        Proxy.newProxyInstance(
            BigQuery.class.getClassLoader(),
            new Class<?>[] {BigQuery.class},
            new QueryBudget(service, connection, limit));
  }

  @Override
  public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
    if (method.getName().equals("create") && arguments[0] instanceof JobInfo job) {
      return create(job);
    }
    try {
      return method.invoke(service, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private Job create(JobInfo job) {
    if (job.getJobId().equals(latest)) {
      return service.getJob(latest);
    }
    QueryJobConfiguration query = job.getConfiguration();
    check(estimate(job.getJobId(), query));
    Job created = submit(job.getJobId(), query.toBuilder().setMaximumBytesBilled(limit).build());
    latest = job.getJobId();
    return created;
  }

  private long estimate(JobId id, QueryJobConfiguration query) {
    JobId another = id.toBuilder().setJob(UUID.randomUUID().toString()).build();
    Job dryRun = submit(another, query.toBuilder().setDryRun(true).build());
    return dryRun.<QueryStatistics>getStatistics().getTotalBytesProcessed();
  }

  /** The client waits and asks again after failures of BigQuery, but not when it is throttled. */
  private Job submit(JobId id, QueryJobConfiguration query) {
    for (int tried = 1; ; tried++) {
      try {
        return service.create(JobInfo.of(id, query));
      } catch (BigQueryException e) {
        if (tried == TRIES || !throttled(e)) {
          throw e;
        }
        pause(Duration.ofSeconds(1L << (tried - 1)));
      }
    }
  }

  private static boolean throttled(BigQueryException answer) {
    return answer.getError() != null && THROTTLED.contains(answer.getError().getReason());
  }

  private static void pause(Duration time) {
    try {
      Thread.sleep(time.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException("interrupted while waiting for BigQuery"));
    }
  }

  private void check(long bytes) {
    if (bytes > limit) {
      throw new UnrecoverableException(
          String.format(
              Locale.ROOT,
              "connection %s: BigQuery estimates that a query would read %,d bytes; the connection's limit is %,d. Nothing was read or billed. Raise its setting maximum_bytes_billed, or lower months",
              connection,
              bytes,
              limit));
    }
  }
}

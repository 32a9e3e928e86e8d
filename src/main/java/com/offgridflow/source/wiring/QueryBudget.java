package com.offgridflow.source.wiring;

import com.google.cloud.bigquery.BigQuery;
import com.google.cloud.bigquery.Job;
import com.google.cloud.bigquery.JobId;
import com.google.cloud.bigquery.JobInfo;
import com.google.cloud.bigquery.JobStatistics.QueryStatistics;
import com.google.cloud.bigquery.QueryJobConfiguration;
import com.offgridflow.failure.UnrecoverableException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.UUID;

/**
 * A client of BigQuery that has each query estimated by a dry run before it is run, and billed no
 * more than a limit. Camel's component has no option for either, nor for the further pages of a
 * query: it asks for the same job again, which is then not run again.
 */
final class QueryBudget implements InvocationHandler {
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
    Job created =
        service.create(
            JobInfo.of(job.getJobId(), query.toBuilder().setMaximumBytesBilled(limit).build()));
    latest = job.getJobId();
    return created;
  }

  private long estimate(JobId id, QueryJobConfiguration query) {
    JobId another = id.toBuilder().setJob(UUID.randomUUID().toString()).build();
    Job dryRun = service.create(JobInfo.of(another, query.toBuilder().setDryRun(true).build()));
    return dryRun.<QueryStatistics>getStatistics().getTotalBytesProcessed();
  }

  private void check(long bytes) {
    if (bytes > limit) {
      throw new UnrecoverableException(
          "connection %s: BigQuery estimates that a query would read %,d bytes; the connection's limit is %,d. Nothing was read or billed. Raise its setting maximum_bytes_billed, or lower months"
              .formatted(connection, bytes, limit));
    }
  }
}

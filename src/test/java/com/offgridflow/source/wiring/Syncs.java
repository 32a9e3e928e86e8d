package com.offgridflow.source.wiring;

import com.offgridflow.job.JobRequest;
import com.offgridflow.job.JobState;
import com.offgridflow.job.wiring.JobQueue;
import com.offgridflow.job.wiring.TestWorker;
import com.offgridflow.tenant.wiring.TenantDatabase;
import com.offgridflow.tenant.wiring.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Syncs of tenants of the tests' own, asked for and worked on as in production. */
@ApplicationScoped
public class Syncs {
  private final Tenants tenants;
  private final TenantDatabase database;
  private final JobQueue queue;
  private final TestWorker worker;

  Syncs(Tenants tenants, TenantDatabase database, JobQueue queue, TestWorker worker) {
    this.tenants = tenants;
    this.database = database;
    this.queue = queue;
    this.worker = worker;
  }

  /** A tenant that nobody else uses, with one connection named {@code bills}. */
  String tenant(String kind, Map<String, String> settings) {
    String tenant = "sync-" + UUID.randomUUID();
    tenants.put(tenant, "Example", null, "DE");
    tenants.putConnection(tenant, "bills", kind, settings, null, "Europe/Berlin");
    return tenant;
  }

  /** A sync: done, parked, or failed for now. */
  Done sync(String tenant) {
    JobRequest request = JobRequest.sync("bills", UUID.randomUUID().toString());
    return new Done(request, worker.run(tenant, request));
  }

  /** The next attempt of a sync that failed for now, without its waiting time. */
  Done retry(String tenant, Done failed) {
    String hurry = "update job set run_at = now() where tenant_id = ? and dedupe_key = ?";
    database.inTenant(tenant, jdbc -> jdbc.update(hurry, tenant, failed.request().key()));
    return new Done(failed.request(), worker.run(tenant, failed.request()));
  }

  /** How a sync ended. */
  record Done(JobRequest request, JobState state) {
    String cause() {
      return state.cause();
    }
  }

  /** All that is stored of a tenant's syncs, as text, but for the encrypted secret itself. */
  List<String> stored(String tenant) {
    return Stream.of(
            "select to_jsonb(j)::text from job j where tenant_id = ?",
            "select to_jsonb(r)::text from run r where tenant_id = ?",
            "select to_jsonb(r)::text from rejection r where tenant_id = ?",
            "select (to_jsonb(c) - 'secret')::text from connection c where tenant_id = ?")
        .flatMap(query -> texts(tenant, query).stream())
        .toList();
  }

  /** The sync's own account of its deliveries. */
  Map<String, String> tally(String tenant, Done done) {
    return queue.result(tenant, done.request().key());
  }

  /** What a query of one text column finds; its only parameter is the tenant. */
  List<String> texts(String tenant, String query) {
    return database.inTenant(tenant, jdbc -> jdbc.queryForList(query, String.class, tenant));
  }

  /** The current activities as lines of CSV, in order. */
  List<String> activities(String tenant) {
    String query =
        """
        select concat_ws(',', kind, subject, trim_scale(quantity), unit,
          to_char(period_start at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
          to_char(period_end at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
          case when supplier like '%,%' then '"' || supplier || '"' else supplier end, region,
          country, facility, account, service, coalesce(trim_scale(cost)::text, ''),
          coalesce(currency, ''), lines)
        from activity where tenant_id = ? and superseded_at is null""";
    return texts(tenant, query).stream().sorted().toList();
  }

  /** The latest runs of the deliveries: state, cause. */
  List<String> runs(String tenant) {
    return texts(
        tenant,
        """
        select state || coalesce(': ' || cause, '') from (
          select distinct on (delivery) delivery, state, cause from run where tenant_id = ?
          order by delivery, run_id desc) latest order by delivery""");
  }

  /** Lines of the latest run of each delivery: read, usage, no usage, rejected. */
  List<String> lines(String tenant) {
    return texts(
        tenant,
        """
        select concat_ws(' ', lines_read, lines_usage, lines_not_usage, lines_rejected) from (
          select distinct on (delivery) * from run where tenant_id = ?
          order by delivery, run_id desc) latest order by delivery""");
  }

  /** What was rejected, as an operator reads it. */
  List<String> rejections(String tenant) {
    return texts(
        tenant,
        """
        select concat_ws(' | ', code, object, locator, field, value, message, mitigation)
        from rejection where tenant_id = ? order by rejection_id""");
  }
}

package com.offgridflow.emission.wiring;

import com.offgridflow.emission.wiring.EstimateEmissions.Chunk;
import com.offgridflow.job.HubProperties;
import com.offgridflow.job.Job;
import com.offgridflow.tenant.wiring.TenantDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.List;
import org.apache.camel.ExchangeProperty;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Writes down how much of the cost and of the lines of a delivery has an estimate, by use or by
 * spend alone, and the dearest usage that has none.
 */
@ApplicationScoped
@Named("runCoverage")
public class RunCoverage {
  /**
   * What the delivery of a run is now, in a table of its own: only so does the planner know, on a
   * database without statistics too, whether it looks up ten activities or joins a million.
   */
  private static final String GATHER =
      """
      create temporary table delivered on commit drop as
      select a.activity_id, a.service, coalesce(nullif(a.subject, ''), a.kind) as usage_kind,
        a.unit, a.lines, coalesce(a.cost, 0) as cost, coalesce(a.currency, '') as currency
      from run this
      join run r using (tenant_id, source, delivery)
      join activity a on a.run_id = r.run_id and a.superseded_at is null
      where this.run_id = ? and r.state = 'done'""";

  /** Added up first: a month of tens of thousands of activities is a few hundred kinds of use. */
  private static final String MEASURE =
      """
      with emitted as (
        select e.activity_id, bool_or(e.method <> 'spend-based') as by_use
        from delivered d join emission e using (activity_id)
        where e.superseded_at is null
        group by 1),
      estimated as materialized (
        select service, usage_kind, unit, currency,
          case when e.by_use then 'use' when not e.by_use then 'spend' else 'none' end as how,
          sum(cost) as cost, sum(lines) as lines
        from delivered d left join emitted e using (activity_id)
        group by 1, 2, 3, 4, 5),
      covered as (
        insert into run_coverage (tenant_id, run_id, currency, cost, cost_by_use, cost_by_spend,
          lines, lines_by_use, lines_by_spend)
        select ?, ?, currency, sum(cost), coalesce(sum(cost) filter (where how = 'use'), 0),
          coalesce(sum(cost) filter (where how = 'spend'), 0), sum(lines),
          coalesce(sum(lines) filter (where how = 'use'), 0),
          coalesce(sum(lines) filter (where how = 'spend'), 0)
        from estimated group by currency)
      insert into run_uncovered (tenant_id, run_id, place, service, usage_kind, unit, currency,
        cost, lines)
      select ?, ?, row_number() over w, service, usage_kind, unit, currency, cost, lines
      from estimated where how = 'none'
      window w as (order by cost desc, lines desc, service, usage_kind, unit, currency)
      order by 3 limit 20""";

  /** The latest run of each delivery of which not all had an estimate. */
  private static final String INCOMPLETE =
      """
      select distinct c.run_id from run_coverage c
      where c.tenant_id = ? and c.lines > c.lines_by_use + c.lines_by_spend
        and not exists (select 1 from run r join run this using (tenant_id, source, delivery)
          where this.run_id = c.run_id and r.state = 'done' and r.run_id > c.run_id)""";

  private final TenantDatabase database;

  RunCoverage(TenantDatabase database) {
    this.database = database;
  }

  /** Of the runs that have just been estimated. */
  public void measure(
      @ExchangeProperty(HubProperties.JOB) Job job,
      @ExchangeProperty(EstimateEmissions.RUNS) List<Chunk> runs) {
    database.inTenant(
        job.tenant(),
        jdbc -> {
          runs.forEach(run -> measure(jdbc, job.tenant(), run.run()));
          return runs.size();
        });
  }

  /** Of the runs that had gaps, some of which may have been filled. */
  public void measureIncomplete(@ExchangeProperty(HubProperties.JOB) Job job) {
    String tenant = job.tenant();
    database.inTenant(
        tenant,
        jdbc -> {
          List<Long> runs = jdbc.queryForList(INCOMPLETE, Long.class, tenant);
          runs.forEach(run -> measure(jdbc, tenant, run));
          return runs.size();
        });
  }

  private static void measure(JdbcTemplate jdbc, String tenant, long run) {
    jdbc.update("delete from run_coverage where run_id = ?", run);
    jdbc.update("delete from run_uncovered where run_id = ?", run);
    jdbc.update(GATHER, run);
    jdbc.execute("analyze delivered (activity_id)");
    jdbc.update(MEASURE, tenant, run, tenant, run);
    jdbc.execute("drop table delivered");
  }
}

package com.offgridflow.restatement.wiring;

import com.offgridflow.emission.EmissionCalculator;
import com.offgridflow.emission.wiring.EmissionBatch;
import com.offgridflow.emission.wiring.PendingActivity;
import com.offgridflow.failure.UnrecoverableException;
import com.offgridflow.job.HubProperties;
import com.offgridflow.job.Job;
import com.offgridflow.restatement.Figure;
import com.offgridflow.restatement.Restatement;
import com.offgridflow.tenant.wiring.TenantDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.springframework.jdbc.core.JdbcTemplate;

/** Recalculates a period, in chunks that do not depend on each other, and changes nothing. */
@ApplicationScoped
@Named("restatePeriod")
public class RestatePeriod {
  private static final String RESTATEMENT = "hubRestatement";
  private static final String CALCULATOR = "hubCalculator";
  private static final int CHUNK = 5000;

  /**
   * What instruments cover is allocated over all sites at once, and restated by allocating anew.
   */
  private static final String ALLOCATED = "market-based";

  private static final String STARTS =
      """
      select activity_id from (
        select a.activity_id, row_number() over (order by a.activity_id) as place from activity a
        where a.tenant_id = ? and a.superseded_at is null
          and a.period_end > ?::date - 2 and a.period_start < ?::date + 2) numbered
      where place %% %d = 1 order by 1"""
          .formatted(CHUNK);

  private final TenantDatabase database;
  private final Restatements restatements;
  private final Proposals proposals;
  private final RestatementCalculators calculators;

  RestatePeriod(
      TenantDatabase database,
      Restatements restatements,
      Proposals proposals,
      RestatementCalculators calculators) {
    this.database = database;
    this.restatements = restatements;
    this.proposals = proposals;
    this.calculators = calculators;
  }

  /** Activities by id: {@code from} is among them, {@code to} is not. */
  public record Chunk(long from, long to) {}

  /** Body becomes the chunks to calculate; none when that was done before. */
  public void plan(Exchange exchange, @ExchangeProperty(HubProperties.JOB) Job job) {
    long id = Long.parseLong(job.required("restatement"));
    Restatement restatement = database.inTenant(job.tenant(), jdbc -> find(jdbc, id));
    exchange.setProperty(RESTATEMENT, restatement);
    exchange.setProperty(HubProperties.RESULT, Map.of("restatement", Long.toString(id)));
    boolean open = restatement.state() == Restatement.State.CALCULATING;
    if (open) {
      exchange.setProperty(
          CALCULATOR,
          database.inTenant(
              job.tenant(), jdbc -> calculators.of(jdbc, job.tenant(), restatement.basis())));
    }
    exchange
        .getMessage()
        .setBody(
            open
                ? database.inTenant(job.tenant(), jdbc -> chunks(jdbc, job, restatement))
                : List.of());
  }

  /** Calculates one chunk and writes down what differs, in a transaction of its own. */
  public void calculate(
      @Body Chunk chunk,
      @ExchangeProperty(HubProperties.TENANT) String tenant,
      @ExchangeProperty(RESTATEMENT) Restatement restatement,
      @ExchangeProperty(CALCULATOR) EmissionCalculator calculator) {
    database.inTenant(
        tenant,
        jdbc -> {
          List<PendingActivity> activities =
              PendingActivity.estimated(
                  jdbc, tenant, chunk.from(), chunk.to(), restatement.start(), restatement.end());
          compare(jdbc, tenant, restatement, activities, calculator);
          return activities.size();
        });
  }

  /** All chunks are done. */
  public void finish(
      @ExchangeProperty(HubProperties.TENANT) String tenant,
      @ExchangeProperty(RESTATEMENT) Restatement restatement) {
    database.inSnapshot(
        tenant,
        jdbc -> {
          restatements.conclude(jdbc, tenant, restatement.id());
          return restatement;
        });
  }

  private void compare(
      JdbcTemplate jdbc,
      String tenant,
      Restatement restatement,
      List<PendingActivity> activities,
      EmissionCalculator calculator) {
    Map<Long, String> records =
        activities.stream().collect(Collectors.toMap(PendingActivity::id, PendingActivity::record));
    List<Figure> before =
        Figures.inForce(jdbc, records.keySet()).stream()
            .filter(figure -> restatement.covers(figure.key().day()))
            .filter(figure -> !figure.key().method().equals(ALLOCATED))
            .toList();
    EmissionBatch after =
        EmissionBatch.of(calculator, activities)
            .only(
                item ->
                    restatement.covers(item.day()) && !item.emission().method().equals(ALLOCATED));
    proposals.write(jdbc, tenant, restatement.id(), records, before, after);
  }

  private static List<Chunk> chunks(JdbcTemplate jdbc, Job job, Restatement restatement) {
    List<Long> starts =
        jdbc.queryForList(
            STARTS,
            Long.class,
            job.tenant(),
            restatement.start().toString(),
            restatement.end().toString());
    List<Chunk> chunks = new ArrayList<>();
    for (int i = 0; i < starts.size(); i++) {
      long to = i + 1 < starts.size() ? starts.get(i + 1) : Long.MAX_VALUE;
      chunks.add(new Chunk(starts.get(i), to));
    }
    return chunks;
  }

  private Restatement find(JdbcTemplate jdbc, long id) {
    return restatements
        .find(jdbc, id)
        .orElseThrow(() -> new UnrecoverableException("there is no restatement " + id));
  }
}

package com.offgridflow.restatement.wiring;

import com.offgridflow.emission.wiring.EmissionBatch;
import com.offgridflow.emission.wiring.PendingActivity;
import com.offgridflow.job.Job;
import com.offgridflow.restatement.Figure;
import com.offgridflow.restatement.FigureKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Keeps filed periods as they are: what late bills and corrections would change there becomes a
 * proposal. Elsewhere the emissions of what was superseded end.
 */
@ApplicationScoped
public class LateFigures {
  /** Earlier versions of the activities that are being estimated. */
  private static final String RETIRE_VERSIONS =
      """
      update emission e set superseded_at = now()
      from activity n join activity a on a.tenant_id = n.tenant_id and a.source = n.source
        and a.record_key = n.record_key and a.superseded_at is not null
      where n.activity_id = any (?) and n.version > 1
        and e.activity_id = a.activity_id and e.superseded_at is null
        and not %s"""
          .formatted(FiledPeriods.HOLDS.formatted(FiledPeriods.DAY));

  private static final String WITHDRAWN =
      """
      a.superseded_by = any (?) and e.activity_id = a.activity_id and e.superseded_at is null
        and not exists (
          select 1 from activity current where current.tenant_id = a.tenant_id
            and current.source = a.source and current.record_key = a.record_key
            and current.superseded_at is null)""";
  private static final String FILED = FiledPeriods.HOLDS.formatted(FiledPeriods.DAY);
  private static final String RETIRE_WITHDRAWN =
      "update emission e set superseded_at = now() from activity a where %s and not %s"
          .formatted(WITHDRAWN, FILED);
  private static final String FILED_WITHDRAWN =
      "select e.emission_id from emission e, activity a where %s and %s"
          .formatted(WITHDRAWN, FILED);
  private static final String PROPOSE_REMOVAL =
      """
      insert into restatement_line (tenant_id, restatement_id, activity_id, component, method, day,
        old_emission_id, causes, detail)
      select e.tenant_id, ?, e.activity_id, e.component, e.method, %s, e.emission_id,
        array['removed'], 'its record was withdrawn'
      from emission e join activity a using (activity_id) where e.emission_id = any (?)
      on conflict do nothing"""
          .formatted(FiledPeriods.DAY);

  private final Restatements restatements;
  private final Proposals proposals;

  LateFigures(Restatements restatements, Proposals proposals) {
    this.restatements = restatements;
    this.proposals = proposals;
  }

  /** Ends the emissions of records that these runs withdrew. */
  public void withdraw(JdbcTemplate jdbc, Job job, Collection<Long> runs) {
    Object ids = runs.toArray(Long[]::new);
    FiledPeriods filed = FiledPeriods.locked(jdbc, job.tenant());
    jdbc.update(RETIRE_WITHDRAWN, ids);
    if (filed.none()) {
      return;
    }
    List<Long> remaining = jdbc.queryForList(FILED_WITHDRAWN, Long.class, ids);
    if (!remaining.isEmpty()) {
      long restatement = restatements.late(jdbc, job);
      jdbc.update(PROPOSE_REMOVAL, restatement, remaining.toArray(Long[]::new));
    }
  }

  /**
   * Ends the emissions of earlier versions, and proposes what falls into filed periods.
   *
   * @param pending the activities that were estimated
   * @param estimated all their emissions
   * @return those that are to be put in force at once
   */
  public EmissionBatch divert(
      JdbcTemplate jdbc, Job job, List<PendingActivity> pending, EmissionBatch estimated) {
    FiledPeriods filed = FiledPeriods.locked(jdbc, job.tenant());
    retireVersions(jdbc, pending);
    if (filed.none()) {
      return estimated;
    }
    propose(jdbc, job, pending, filed, estimated.only(item -> filed.hold(item.day())));
    return estimated.only(item -> !filed.hold(item.day()));
  }

  /**
   * Which of the activities have a figure in force that these emissions would move. That takes a
   * restatement, which shows somebody the difference.
   *
   * @param pending the activities that were estimated
   * @param estimated all their emissions
   */
  public Set<Long> moved(
      JdbcTemplate jdbc, List<PendingActivity> pending, EmissionBatch estimated) {
    Map<Long, String> records = records(pending);
    Map<FigureKey, Figure> computed = new HashMap<>();
    for (EmissionBatch.Item item : estimated.items()) {
      Figure figure = Figures.computed(item, records);
      computed.put(figure.key(), figure);
    }
    Set<String> moved =
        Figures.inForce(jdbc, records.keySet()).stream()
            .filter(figure -> !agree(figure, computed.get(figure.key())))
            .map(figure -> figure.key().record())
            .collect(Collectors.toSet());
    return pending.stream()
        .filter(activity -> moved.contains(activity.record()))
        .map(PendingActivity::id)
        .collect(Collectors.toSet());
  }

  private static boolean agree(Figure stored, Figure computed) {
    return computed != null && stored.agreesWith(computed);
  }

  private static Map<Long, String> records(List<PendingActivity> pending) {
    return pending.stream().collect(Collectors.toMap(PendingActivity::id, PendingActivity::record));
  }

  private static void retireVersions(JdbcTemplate jdbc, List<PendingActivity> pending) {
    Long[] ids =
        pending.stream()
            .filter(activity -> activity.version() > 1)
            .map(PendingActivity::id)
            .toArray(Long[]::new);
    if (ids.length > 0) {
      jdbc.update(RETIRE_VERSIONS, (Object) ids);
    }
  }

  private void propose(
      JdbcTemplate jdbc,
      Job job,
      List<PendingActivity> pending,
      FiledPeriods filed,
      EmissionBatch late) {
    Map<Long, String> records = records(pending);
    List<Figure> before =
        Figures.inForce(jdbc, records.keySet()).stream()
            .filter(figure -> filed.hold(figure.key().day()))
            .toList();
    if (!before.isEmpty() || !late.items().isEmpty()) {
      long restatement = restatements.late(jdbc, job);
      proposals.write(jdbc, job.tenant(), restatement, records, before, late);
    }
  }

  /** Puts what the job proposed up for decision. */
  public void conclude(JdbcTemplate jdbc, Job job) {
    restatements.concludeLate(jdbc, job);
  }
}

package com.offgridflow.restatement.wiring;

import com.offgridflow.problem.Problem;
import com.offgridflow.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Approval and refusal of restatements. Approval puts all of one in force, or nothing. */
@ApplicationScoped
public class Decisions {
  private static final String STATE =
      "select state from restatement where restatement_id = ? for update";
  private static final String TENANT =
      "select approves_unfiled from tenant where tenant_id = ? for share";

  /** Lines whose figures are no longer what was compared. */
  private static final String STALE =
      """
      select count(*) from restatement_line l
      left join emission o on o.emission_id = l.old_emission_id
      left join emission n on n.emission_id = l.new_emission_id
      left join activity a on a.activity_id = n.activity_id
      where l.restatement_id = ? and (
        o.superseded_at is not null or a.superseded_at is not null or exists (
          select 1 from emission x where x.activity_id = n.activity_id
            and x.component = n.component and x.method = n.method
            and x.period_start is not distinct from n.period_start
            and x.superseded_at is null and x.emission_id is distinct from l.old_emission_id))""";

  private static final String END_OLD =
      """
      update emission e set superseded_at = now() from restatement_line l
      where l.restatement_id = ? and e.emission_id = l.old_emission_id""";
  private static final String PUT_IN_FORCE =
      "update emission set superseded_at = null where restatement_id = ?";
  private static final String DECIDE =
      """
      update restatement set state = ?, decided_at = now(), decided_by = ?, decision_reason = ?
      where restatement_id = ?""";
  private static final String TOUCHES_FILED =
      """
      select exists (select 1 from restatement_line l where l.restatement_id = ? and %s)"""
          .formatted(FiledPeriods.HOLDS.formatted("l.day"));

  /**
   * Puts a proposal in force.
   *
   * @throws ProblemException when it is not up for decision, or out of date
   */
  void approve(JdbcTemplate jdbc, String tenant, long id, String by, String reason) {
    jdbc.queryForList(TENANT, tenant);
    requireProposed(jdbc, id);
    long stale = jdbc.queryForObject(STALE, Long.class, id);
    if (stale > 0) {
      throw new ProblemException(
          Problem.conflict(
              "restatement %d is out of date: %d of its lines compare with figures that are no longer in force; refuse it and ask for a new one"
                  .formatted(id, stale)));
    }
    putInForce(jdbc, id);
    jdbc.update(DECIDE, "approved", by, reason, id);
  }

  /** What approval does to emissions. */
  static void putInForce(JdbcTemplate jdbc, long id) {
    jdbc.update(END_OLD, id);
    jdbc.update(PUT_IN_FORCE, id);
  }

  /**
   * Leaves everything as it is.
   *
   * @throws ProblemException when it is not up for decision
   */
  void refuse(JdbcTemplate jdbc, long id, String by, String reason) {
    requireProposed(jdbc, id);
    jdbc.update(DECIDE, "refused", by, reason, id);
  }

  /** Approves what touches no filed period, where the tenant leaves that to the hub. */
  void approveUnfiled(JdbcTemplate jdbc, String tenant, long id) {
    boolean automatic = jdbc.queryForObject(TENANT, Boolean.class, tenant);
    if (automatic && !jdbc.queryForObject(TOUCHES_FILED, Boolean.class, id)) {
      String reason = "touches no filed period, and the tenant approves such by itself";
      approve(jdbc, tenant, id, Restatements.HUB, reason);
    }
  }

  private static void requireProposed(JdbcTemplate jdbc, long id) {
    List<String> states = jdbc.queryForList(STATE, String.class, id);
    if (states.isEmpty()) {
      throw new ProblemException(Problem.notFound("there is no restatement " + id));
    }
    if (!states.get(0).equals("proposed")) {
      throw new ProblemException(
          Problem.conflict(
              "restatement %d is %s; only one that is proposed can be approved or refused"
                  .formatted(id, states.get(0))));
    }
  }
}

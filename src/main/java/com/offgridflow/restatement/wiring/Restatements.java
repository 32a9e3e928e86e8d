package com.offgridflow.restatement.wiring;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.offgridflow.job.Job;
import com.offgridflow.restatement.Basis;
import com.offgridflow.restatement.Restatement;
import com.offgridflow.restatement.RestatementRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** The table {@code restatement}: asked for, calculated, put up for decision. */
@ApplicationScoped
public class Restatements {
  /** Who asks for what late bills change, and approves what the tenant leaves to the hub. */
  static final String HUB = "hub";

  private static final String REQUEST =
      """
      insert into restatement (tenant_id, request_key, period_start, period_end, basis, reason,
        requested_by)
      values (?, ?, ?::date, ?::date, ?::jsonb, ?, ?)
      on conflict (tenant_id, request_key) do nothing""";
  private static final String LATE =
      """
      insert into restatement (tenant_id, request_key, period_start, period_end, basis, reason,
        requested_by)
      select ?, ?, min(period_start), max(period_end), '{}',
        'late or corrected records of filed periods', ?
      from report where filed_at is not null
      on conflict (tenant_id, request_key) do nothing""";
  private static final String ID =
      "select restatement_id from restatement where tenant_id = ? and request_key = ?";
  private static final String FIND =
      """
      select restatement_id, period_start, period_end, basis::text, state from restatement
      where restatement_id = ?""";
  private static final String CONCLUDE =
      """
      update restatement r set calculated_at = now(), state = case when exists (
          select 1 from restatement_line l where l.restatement_id = r.restatement_id)
        then 'proposed' else 'unchanged' end
      where restatement_id = ? and state = 'calculating'""";

  private final ObjectMapper json;
  private final RestatementValues values;
  private final Decisions decisions;

  Restatements(ObjectMapper json, RestatementValues values, Decisions decisions) {
    this.json = json;
    this.values = values;
    this.decisions = decisions;
  }

  /**
   * Asks for a recalculation; asking again with one key is the same request.
   *
   * @return its id
   */
  long request(JdbcTemplate jdbc, String tenant, RestatementRequest request, String by) {
    jdbc.update(
        REQUEST,
        tenant,
        request.key(),
        request.start().toString(),
        request.end().toString(),
        write(request.basis()),
        request.reason(),
        by);
    return jdbc.queryForObject(ID, Long.class, tenant, request.key());
  }

  /** The restatement of what one estimate finds in filed periods. */
  long late(JdbcTemplate jdbc, Job job) {
    jdbc.update(LATE, job.tenant(), key(job), HUB);
    return jdbc.queryForObject(ID, Long.class, job.tenant(), key(job));
  }

  void concludeLate(JdbcTemplate jdbc, Job job) {
    jdbc.queryForList(ID, Long.class, job.tenant(), key(job))
        .forEach(id -> conclude(jdbc, job.tenant(), id));
  }

  /** Puts what was calculated up for decision, which the tenant may have left to the hub. */
  void conclude(JdbcTemplate jdbc, String tenant, long id) {
    if (jdbc.update(CONCLUDE, id) == 0) {
      return;
    }
    Restatement restatement = find(jdbc, id).orElseThrow();
    if (restatement.state() == Restatement.State.PROPOSED) {
      values.write(jdbc, tenant, restatement);
      decisions.approveUnfiled(jdbc, tenant, id);
    }
  }

  Optional<Restatement> find(JdbcTemplate jdbc, long id) {
    List<Restatement> found = jdbc.query(FIND, (row, n) -> read(row), id);
    return found.stream().findFirst();
  }

  private Restatement read(ResultSet row) throws SQLException {
    return new Restatement(
        row.getLong("restatement_id"),
        row.getDate("period_start").toLocalDate(),
        row.getDate("period_end").toLocalDate(),
        readBasis(row.getString("basis")),
        Restatement.State.ofCode(row.getString("state")));
  }

  private static String key(Job job) {
    return "estimate " + job.id();
  }

  private String write(Basis basis) {
    try {
      return json.writeValueAsString(basis.toMap());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("texts always have a JSON form", e);
    }
  }

  private Basis readBasis(String text) {
    try {
      return Basis.ofMap(json.readValue(text, new TypeReference<>() {}));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("basis is no map of texts: " + text, e);
    }
  }
}

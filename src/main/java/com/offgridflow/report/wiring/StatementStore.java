package com.offgridflow.report.wiring;

import com.offgridflow.report.ReportingPeriod;
import com.offgridflow.report.statement.Statement;
import com.offgridflow.report.statement.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** The table {@code statement}. */
@ApplicationScoped
public class StatementStore {
  private static final String LOCK = "select 1 from tenant where tenant_id = ? for update";
  private static final String CURRENT =
      """
      select statement_id, key, period_start, period_end, value, unit, words, language, source,
        stated_by, stated_at
      from statement where tenant_id = ? and superseded_at is null
      order by period_start desc, key, language""";
  private static final String HISTORY =
      """
      select statement_id as id, key, period_start::text, period_end::text, value::text, unit,
        words as text, language, source, stated_by, stated_at::text, superseded_at::text,
        superseded_by
      from statement
      where tenant_id = ? and (?::text = '' or key = ?) and (? or superseded_at is null)
      order by period_start desc, key, language, statement_id desc""";
  private static final String SUPERSEDE =
      """
      update statement set superseded_at = now(), superseded_by = ?
      where tenant_id = ? and superseded_at is null and key = ? and period_start = ?::date
        and period_end = ?::date and language = ?""";
  private static final String WITHDRAW =
      """
      update statement set superseded_at = now(), superseded_by = ?
      where tenant_id = ? and statement_id = ? and superseded_at is null""";
  private static final String INSERT =
      """
      insert into statement (tenant_id, key, period_start, period_end, value, unit, words, language,
        source, stated_by, stated_at)
      values (?, ?, ?::date, ?::date, ?, ?, ?, ?, ?, ?, ?::timestamptz)""";

  /** What is in force. */
  public Statements current(JdbcTemplate jdbc, String tenant) {
    return new Statements(jdbc.query(CURRENT, (row, n) -> read(row), tenant));
  }

  /**
   * Rows as they are shown.
   *
   * @param key of one key alone; empty for all
   * @param superseded whether those that are no longer in force are among them
   */
  List<Map<String, Object>> rows(JdbcTemplate jdbc, String tenant, String key, boolean superseded) {
    return jdbc.queryForList(HISTORY, tenant, key, key, superseded);
  }

  /**
   * Puts statements in force; what says the same as before is left as it is.
   *
   * @return how many were new or changed
   */
  public int put(JdbcTemplate jdbc, String tenant, List<Statement> statements) {
    jdbc.queryForList(LOCK, tenant);
    int changed = 0;
    for (Statement statement : statements) {
      changed += put(jdbc, tenant, statement);
    }
    return changed;
  }

  private int put(JdbcTemplate jdbc, String tenant, Statement statement) {
    if (inForce(jdbc, tenant, statement).filter(statement::sameContent).isPresent()) {
      return 0;
    }
    String start = statement.period().start().toString();
    String end = statement.period().end().toString();
    jdbc.update(
        SUPERSEDE, statement.statedBy(), tenant, statement.key(), start, end, statement.language());
    return jdbc.update(
        INSERT,
        tenant,
        statement.key(),
        start,
        end,
        statement.value().orElse(null),
        statement.unit(),
        statement.text(),
        statement.language(),
        statement.source(),
        statement.statedBy(),
        statement.statedAt().toString());
  }

  private Optional<Statement> inForce(JdbcTemplate jdbc, String tenant, Statement like) {
    return current(jdbc, tenant).all().stream()
        .filter(one -> one.key().equals(like.key()) && one.period().equals(like.period()))
        .filter(one -> one.language().equals(like.language()))
        .findFirst();
  }

  /**
   * Takes a statement out of force.
   *
   * @return whether there was one
   */
  boolean withdraw(JdbcTemplate jdbc, String tenant, long id, String by) {
    return jdbc.update(WITHDRAW, by, tenant, id) > 0;
  }

  private static Statement read(ResultSet row) throws SQLException {
    return new Statement(
        row.getLong("statement_id"),
        row.getString("key"),
        new ReportingPeriod(
            row.getDate("period_start").toLocalDate(), row.getDate("period_end").toLocalDate()),
        Optional.ofNullable(row.getBigDecimal("value")),
        row.getString("unit"),
        row.getString("words"),
        row.getString("language"),
        row.getString("source"),
        row.getString("stated_by"),
        row.getTimestamp("stated_at").toInstant());
  }
}

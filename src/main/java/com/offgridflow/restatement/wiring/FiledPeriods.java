package com.offgridflow.restatement.wiring;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** The periods of a tenant whose figures move by approval only. */
public record FiledPeriods(List<Span> spans) {
  /** A day is in a filed period of the row's tenant; the day is the parameter's place. */
  static final String HOLDS =
      """
      exists (select 1 from report filed where filed.filed_at is not null
        and %1$s >= filed.period_start and %1$s < filed.period_end)""";

  /** The day that an emission {@code e} of an activity {@code a} stands for. */
  static final String DAY = "coalesce(e.period_start, (a.period_start at time zone 'UTC')::date)";

  private static final String LOCK = "select 1 from tenant where tenant_id = ? for share";
  private static final String ALL =
      "select distinct period_start, period_end from report where filed_at is not null";

  /** A filed period. */
  public record Span(LocalDate start, LocalDate end) {
    boolean holds(LocalDate day) {
      return !day.isBefore(start) && day.isBefore(end);
    }
  }

  /** As they are now, and stay until the transaction ends: filing waits for it. */
  public static FiledPeriods locked(JdbcTemplate jdbc, String tenant) {
    jdbc.queryForList(LOCK, tenant);
    return new FiledPeriods(
        jdbc.query(
            ALL, (row, n) -> new Span(row.getDate(1).toLocalDate(), row.getDate(2).toLocalDate())));
  }

  public boolean none() {
    return spans.isEmpty();
  }

  public boolean hold(LocalDate day) {
    return spans.stream().anyMatch(span -> span.holds(day));
  }
}

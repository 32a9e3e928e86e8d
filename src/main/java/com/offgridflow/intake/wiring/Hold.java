package com.offgridflow.intake.wiring;

import com.offgridflow.database.wiring.RowBatch;
import com.offgridflow.intake.Closing;
import com.offgridflow.intake.Shrinkage;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/** Compares what a run has staged with what its delivery has now, and keeps it back if need be. */
final class Hold {
  /** What is in force, and what would be: the staged records, and those that would stay. */
  private static final String FIGURES =
      """
      with standing as materialized (
        select record_key, lines, cost, currency from activity
        where run_id = any (?) and superseded_at is null),
      arriving as materialized (
        select record_key, lines, cost, currency from activity_staging where run_id = ?),
      both_sides as (
        select true as before, lines, cost, currency from standing
        union all select false, lines, cost, currency from arriving
        union all select false, lines, cost, currency from standing s
          where ? and not exists (select 1 from arriving a where a.record_key = s.record_key))
      select 'activities', '', count(*) filter (where before)::numeric,
        count(*) filter (where not before)::numeric from both_sides
      union all
      select 'lines', '', coalesce(sum(lines) filter (where before), 0),
        coalesce(sum(lines) filter (where not before), 0) from both_sides
      union all
      select 'cost', currency, coalesce(sum(cost) filter (where before), 0),
        coalesce(sum(cost) filter (where not before), 0) from both_sides
      where currency is not null group by currency order by 1, 2""";

  private static final String CONFIRMED =
      """
      select exists (select 1 from run now join run c using (tenant_id, source, delivery, object_digest)
        where now.run_id = ? and c.state = 'confirmed' and c.run_id > coalesce((
          select max(d.run_id) from run d where d.tenant_id = now.tenant_id
            and d.source = now.source and d.delivery = now.delivery and d.state = 'done'), 0))""";
  private static final String HOLD =
      """
      update run set state = 'held', cause = ?, finished_at = now() where run_id = ?""";
  private static final String REMEMBER =
      """
      insert into run_shrinkage (tenant_id, run_id, measure, unit, before, after)
      select ?, ?, * from {rows} as r""";

  private final JdbcTemplate jdbc;
  private final String tenant;
  private final long runId;

  Hold(JdbcTemplate jdbc, String tenant, long runId) {
    this.jdbc = jdbc;
    this.tenant = tenant;
    this.runId = runId;
  }

  /**
   * @param earlier the runs that brought what is in force
   * @param whole whether records that are not staged would be withdrawn
   */
  List<Shrinkage> figures(List<Long> earlier, boolean whole) {
    Long[] runs = earlier.toArray(Long[]::new);
    return jdbc.query(FIGURES, (row, n) -> figure(row), runs, runId, !whole);
  }

  private static Shrinkage figure(ResultSet row) throws SQLException {
    return new Shrinkage(row.getString(1), row.getString(2), plain(row, 3), plain(row, 4));
  }

  private static BigDecimal plain(ResultSet row, int column) throws SQLException {
    BigDecimal number = row.getBigDecimal(column).stripTrailingZeros();
    return number.scale() < 0 ? number.setScale(0) : number;
  }

  /** Whether somebody has confirmed just this content since the delivery was last taken in. */
  boolean confirmed() {
    return jdbc.queryForObject(CONFIRMED, Boolean.class, runId);
  }

  /** Holds a delivery that shrank. */
  Closing.Held shrunk(List<Shrinkage> figures) {
    RowBatch batch = new RowBatch("text, text, numeric, numeric");
    figures.forEach(f -> batch.add(f.measure(), f.unit(), f.before(), f.after()));
    batch.update(jdbc, REMEMBER, tenant, runId);
    String shrunk =
        figures.stream()
            .filter(Shrinkage::byMoreThanHalf)
            .map(Shrinkage::toString)
            .collect(Collectors.joining(", "));
    return hold("shrank by more than half: " + shrunk + "; confirm or discard it");
  }

  /**
   * Holds a delivery that has the records of another.
   *
   * @param other its name
   */
  Closing.Held repeated(String other) {
    return hold(
        "has the same records as delivery "
            + other
            + ", which counts already; discard it, or confirm it where both are to count");
  }

  /** Ends the run; what it staged is read again when it is confirmed. */
  private Closing.Held hold(String cause) {
    jdbc.update("delete from activity_staging where run_id = ?", runId);
    jdbc.update(HOLD, cause, runId);
    return new Closing.Held(cause);
  }
}

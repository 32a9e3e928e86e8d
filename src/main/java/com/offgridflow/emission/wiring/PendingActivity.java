package com.offgridflow.emission.wiring;

import com.offgridflow.activity.Activity;
import com.offgridflow.activity.ActivityKind;
import com.offgridflow.activity.Details;
import com.offgridflow.activity.Evidence;
import com.offgridflow.activity.Money;
import com.offgridflow.activity.Period;
import com.offgridflow.activity.Place;
import com.offgridflow.activity.Quantity;
import com.offgridflow.activity.Unit;
import com.offgridflow.emission.scope2.Days;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/**
 * A current activity that is being estimated.
 *
 * @param version 1 for the first of its record
 */
public record PendingActivity(long id, String source, int version, Activity activity) {
  private static final int FETCH = 5000;

  /** What {@link #read} needs, in its order. */
  static final String COLUMNS =
      """
      select a.activity_id, a.source, a.version, a.record_key, a.kind, a.subject, a.quantity,
        a.unit, a.period_start, a.period_end, a.supplier, a.region, a.postcode, a.country,
        a.facility, a.account, a.service, a.evidence_object, a.evidence_digest, a.locator, a.lines,
        a.cost, a.currency, a.details
      from activity a
      """;

  private static final String NEXT =
      COLUMNS
          + """
          where a.run_id = ? and a.activity_id >= ? and a.activity_id < ? and a.superseded_at is null
          order by a.activity_id\
          """;

  private static final String WITH_GAP =
      COLUMNS
          + """
          where a.activity_id between ? and ? and a.superseded_at is null
            and exists (select 1 from estimate_gap g
              where g.activity_id = a.activity_id and g.code = ?)
          order by a.activity_id\
          """;

  /** A bill may lie in two periods, and two days beside the edges allow for any time zone. */
  private static final String ESTIMATED =
      COLUMNS
          + """
          join run r using (run_id)
          where a.tenant_id = ? and a.superseded_at is null and r.estimated_at is not null
            and a.activity_id >= ? and a.activity_id < ?
            and a.period_end > ?::date - 2 and a.period_start < ?::date + 2
          order by a.activity_id\
          """;

  private static final String THESE =
      COLUMNS
          + """
          where a.activity_id = any (?) and a.superseded_at is null
          order by a.activity_id\
          """;

  private static final String PURCHASED_ENERGY =
      COLUMNS
          + """
          where a.tenant_id = ? and a.superseded_at is null
            and a.kind in ('electricity', 'heat', 'steam', 'cooling')
            and a.period_end > ?::date - 2 and a.period_start < ?::date + 2\
          """;

  /** The current activities of a chunk, in the order of their ids. */
  static List<PendingActivity> of(JdbcTemplate jdbc, EstimateEmissions.Chunk chunk) {
    return jdbc.query(NEXT, (row, n) -> read(row), chunk.run(), chunk.from(), chunk.to());
  }

  /** The current activities of an estimated run that touch a period of days, by a range of ids. */
  public static List<PendingActivity> estimated(
      JdbcTemplate jdbc, String tenant, long from, long to, LocalDate start, LocalDate end) {
    return jdbc.query(
        ESTIMATED, (row, n) -> read(row), tenant, from, to, start.toString(), end.toString());
  }

  /** What all its versions are known by: source and record key. */
  public String record() {
    return source + " " + activity.recordKey();
  }

  /** The current ones of these activities, in the order of their ids. */
  static List<PendingActivity> of(JdbcTemplate jdbc, Long[] ids) {
    return jdbc.query(THESE, (row, n) -> read(row), (Object) ids);
  }

  /** Hands over each current activity that buys energy and touches the days, in no order. */
  static void purchasedEnergy(
      JdbcTemplate jdbc, String tenant, Days days, Consumer<PendingActivity> each) {
    jdbc.setFetchSize(FETCH);
    RowCallbackHandler rows = row -> each.accept(read(row));
    jdbc.query(PURCHASED_ENERGY, rows, tenant, days.from().toString(), days.to().toString());
  }

  /** The current activities that have such gaps, in the order of their ids. */
  static List<PendingActivity> of(JdbcTemplate jdbc, EstimateGaps.Gaps gaps) {
    return jdbc.query(WITH_GAP, (row, n) -> read(row), gaps.from(), gaps.to(), gaps.code());
  }

  /** By position: to look up 24 columns by name takes longer than all else of a row. */
  static PendingActivity read(ResultSet row) throws SQLException {
    ActivityKind kind = ActivityKind.ofCode(row.getString(5)).orElseThrow();
    String symbol = row.getString(8);
    Unit unit = Unit.of(symbol).orElseGet(() -> Unit.named(symbol));
    Activity activity =
        new Activity(
            row.getString(4),
            kind,
            row.getString(6),
            new Quantity(row.getBigDecimal(7), unit),
            new Period(row.getTimestamp(9).toInstant(), row.getTimestamp(10).toInstant()),
            place(row),
            row.getString(16),
            row.getString(17),
            cost(row),
            new Evidence(row.getString(18), row.getString(19), row.getString(20), row.getLong(21)),
            Details.ofJson(row.getString(24)));
    return new PendingActivity(row.getLong(1), row.getString(2), row.getInt(3), activity);
  }

  private static Place place(ResultSet row) throws SQLException {
    return new Place(
        row.getString(11),
        row.getString(12),
        row.getString(13),
        row.getString(14),
        row.getString(15));
  }

  private static Optional<Money> cost(ResultSet row) throws SQLException {
    BigDecimal cost = row.getBigDecimal(22);
    return cost == null ? Optional.empty() : Optional.of(new Money(cost, row.getString(23)));
  }
}

package com.offgridflow.calendar.wiring;

import com.offgridflow.activity.ActivityKind;
import com.offgridflow.activity.Place;
import com.offgridflow.activity.SiteDetails;
import com.offgridflow.calendar.Meter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * How far the bills of a meter reach.
 *
 * @param account whose bills they are
 * @param until first day at the site after them
 * @param zone of the site
 */
record LastBill(Meter meter, String account, LocalDate until, ZoneId zone) {
  private static final String NEWEST =
      """
      select kind, subject, facility, account, supplier, coalesce(details->>'meter', '') as meter,
        max(period_end) as period_end,
        (array_agg(coalesce(details->>'time_zone', 'UTC') order by period_end desc))[1] as zone
      from activity
      where tenant_id = ? and superseded_at is null and kind in %s
        and source <> 'accrual' and quantity >= 0
      group by 1, 2, 3, 4, 5, 6"""
          .formatted(MeteredRow.KINDS);

  /** Of each meter of the tenant. */
  static List<LastBill> of(JdbcTemplate jdbc, String tenant) {
    List<Optional<LastBill>> found = jdbc.query(NEWEST, (row, n) -> read(row), tenant);
    return found.stream().flatMap(Optional::stream).toList();
  }

  private static Optional<LastBill> read(ResultSet row) throws SQLException {
    Place place = new Place(row.getString("supplier"), "", "", "", row.getString("facility"));
    ActivityKind kind = ActivityKind.ofCode(row.getString("kind")).orElseThrow();
    String account = row.getString("account");
    Optional<Meter> meter =
        Meter.of(kind, row.getString("subject"), place, account, row.getString("meter"));
    if (meter.isEmpty()) {
      return Optional.empty();
    }
    ZoneId zone = SiteDetails.zone(Map.of(SiteDetails.TIME_ZONE, row.getString("zone")));
    Instant end = row.getTimestamp("period_end").toInstant();
    LocalDate until = end.minusNanos(1).atZone(zone).toLocalDate().plusDays(1);
    return Optional.of(new LastBill(meter.get(), account, until, zone));
  }
}

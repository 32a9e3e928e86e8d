package com.offgridflow.calendar.wiring;

import com.offgridflow.activity.ActivityKind;
import com.offgridflow.activity.Details;
import com.offgridflow.activity.Evidence;
import com.offgridflow.activity.Period;
import com.offgridflow.activity.Place;
import com.offgridflow.activity.Quantity;
import com.offgridflow.activity.SiteDetails;
import com.offgridflow.activity.Unit;
import com.offgridflow.calendar.Bill;
import com.offgridflow.calendar.Meter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;

/**
 * A bill of a meter as it stands in {@code activity} or {@code activity_staging}.
 *
 * @param id the row's own id
 * @param source where it came from; empty for one that is being taken in
 * @param run what took it in
 * @param lines how many lines of the bill it stands for
 * @param place where it was used
 * @param details how it was measured
 */
public record MeteredRow(
    long id,
    String source,
    long run,
    long lines,
    Bill bill,
    Place place,
    String account,
    Map<String, String> details) {
  /** The columns that {@link #read} needs beside id and source, of a row named {@code a}. */
  public static final String COLUMNS =
      """
      a.run_id, a.record_key, a.kind, a.subject, a.quantity, a.unit, a.period_start, a.period_end,
      a.supplier, a.region, a.postcode, a.country, a.facility, a.account, a.evidence_object,
      a.evidence_digest, a.locator, a.lines, a.details::text as details""";

  /** The kinds that utilities meter, as SQL writes a list; the same as in the indexes. */
  public static final String KINDS =
      "('electricity', 'heat', 'steam', 'cooling', 'stationary-combustion')";

  /** The bill; empty when no meter is known. */
  public static Optional<MeteredRow> read(ResultSet row) throws SQLException {
    Place place =
        new Place(
            row.getString("supplier"),
            row.getString("region"),
            row.getString("postcode"),
            row.getString("country"),
            row.getString("facility"));
    Map<String, String> details = Details.ofJson(row.getString("details"));
    Optional<Meter> meter = meter(row, place, details);
    return meter.isEmpty() ? Optional.empty() : Optional.of(of(row, meter.get(), place, details));
  }

  private static MeteredRow of(ResultSet row, Meter meter, Place place, Map<String, String> details)
      throws SQLException {
    String symbol = row.getString("unit");
    Bill bill =
        new Bill(
            row.getString("record_key"),
            meter,
            new Quantity(row.getBigDecimal("quantity"), Unit.named(symbol)),
            new Period(
                row.getTimestamp("period_start").toInstant(),
                row.getTimestamp("period_end").toInstant()),
            SiteDetails.zone(details),
            evidence(row));
    return new MeteredRow(
        row.getLong("id"),
        row.getString("source"),
        row.getLong("run_id"),
        row.getLong("lines"),
        bill,
        place,
        row.getString("account"),
        details);
  }

  private static Optional<Meter> meter(ResultSet row, Place place, Map<String, String> details)
      throws SQLException {
    String number = details.getOrDefault(SiteDetails.METER, "");
    ActivityKind kind = ActivityKind.ofCode(row.getString("kind")).orElseThrow();
    return Meter.of(kind, row.getString("subject"), place, row.getString("account"), number);
  }

  private static Evidence evidence(ResultSet row) throws SQLException {
    return new Evidence(
        row.getString("evidence_object"),
        row.getString("evidence_digest"),
        row.getString("locator"),
        row.getLong("lines"));
  }
}

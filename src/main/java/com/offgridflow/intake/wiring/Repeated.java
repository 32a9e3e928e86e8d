package com.offgridflow.intake.wiring;

import com.offgridflow.intake.Rejection;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A record that stands in a delivery again, under the key of an earlier one.
 *
 * @param same whether its content is that of the first
 * @param object what it was delivered in
 * @param locator where it stands there
 * @param firstLocator where the first of its key stands
 * @param lines lines of the bill that it stands for
 */
record Repeated(
    boolean same, String object, String locator, String key, String firstLocator, long lines) {
  private static final String REPEATED_KEYS =
      """
      select record_key from activity_staging where run_id = ?
      group by record_key having count(*) > 1""";
  private static final String REPEATED =
      """
      delete from activity_staging s using (
        select staging_id, record_key, row_number() over w as place,
          first_value(content_digest) over w as first, first_value(locator) over w as first_locator
        from activity_staging where run_id = ? and record_key = any (?)
        window w as (partition by record_key order by staging_id)) r
      where s.run_id = ? and s.record_key = r.record_key and s.staging_id = r.staging_id
        and r.place > 1
      returning s.content_digest = r.first as same, s.evidence_object, s.locator, s.record_key,
        r.first_locator, s.lines""";

  /** Takes all but the first of each key out of what a run has staged. */
  static List<Repeated> setApart(JdbcTemplate jdbc, long runId) {
    List<String> keys = jdbc.queryForList(REPEATED_KEYS, String.class, runId);
    if (keys.isEmpty()) {
      return List.of();
    }
    return jdbc.query(
        REPEATED,
        (row, n) ->
            new Repeated(
                row.getBoolean(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getLong(6)),
        runId,
        keys.toArray(String[]::new),
        runId);
  }

  /** One of two contents for one key is wrong, and only the sender can say which. */
  Rejection rejection() {
    return new Rejection(
        object,
        locator,
        "record_key",
        key,
        "CONFLICTING_RECORD",
        "the record stands twice with different content, first at " + firstLocator,
        "one of the two must go, or get an invoice number of its own");
  }
}

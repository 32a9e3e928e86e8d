package com.offgridflow.emission.wiring;

import com.offgridflow.activity.Activity;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;

/** Current activities of cloud use that begin in a range of days (UTC), one after the other. */
final class CloudActivities {
  private static final int FETCHED = 2000;
  private static final String IN_RANGE =
      PendingActivity.COLUMNS
          + """
          where a.tenant_id = ? and a.superseded_at is null
            and a.kind in ('cloud.compute', 'cloud.memory', 'cloud.storage.ssd',
              'cloud.storage.hdd', 'cloud.network', 'cloud.other')
            and a.period_start >= ?::date::timestamp at time zone 'UTC'
            and a.period_start < ?::date::timestamp at time zone 'UTC'""";

  private CloudActivities() {}

  /** None of them is kept: the rows come in portions, as they do only within a transaction. */
  static void each(JdbcTemplate jdbc, String tenant, DayRange days, Consumer<Activity> consumer) {
    JdbcTemplate streaming = new JdbcTemplate(jdbc.getDataSource());
    streaming.setFetchSize(FETCHED);
    streaming.query(
        IN_RANGE,
        row -> {
          consumer.accept(PendingActivity.read(row).activity());
        },
        tenant,
        days.from().toString(),
        days.to().toString());
  }
}

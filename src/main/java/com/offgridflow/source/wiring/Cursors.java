package com.offgridflow.source.wiring;

import com.offgridflow.source.Connection;
import com.offgridflow.tenant.wiring.TenantDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.YearMonth;

/** The table {@code connection_cursor}: how far a source has been read, month by month. */
@ApplicationScoped
public class Cursors {
  private static final String BEGIN =
      """
      insert into connection_cursor (tenant_id, connection_id, part, complete_to)
      values (?, ?, ?, ?::date) on conflict (tenant_id, connection_id, part) do nothing""";
  private static final String COMPLETE_TO =
      """
      select complete_to from connection_cursor
      where tenant_id = ? and connection_id = ? and part = ?""";
  private static final String ADVANCE =
      """
      update connection_cursor set complete_to = complete_to + interval '1 month', updated_at = now()
      where tenant_id = ? and connection_id = ? and part = ? and complete_to = ?::date""";

  private final TenantDatabase database;

  Cursors(TenantDatabase database) {
    this.database = database;
  }

  /**
   * The first month that is not complete.
   *
   * @param earliest where to begin what has never been read
   */
  YearMonth next(Connection connection, String part, YearMonth earliest) {
    String first = earliest.atDay(1).toString();
    return database.inTenant(
        connection.tenant(),
        jdbc -> {
          jdbc.update(BEGIN, connection.tenant(), connection.id(), part, first);
          LocalDate next =
              jdbc.queryForObject(
                  COMPLETE_TO, LocalDate.class, connection.tenant(), connection.id(), part);
          return YearMonth.from(next);
        });
  }

  /** A month is complete; it counts once all before it are. */
  void complete(Connection connection, String part, YearMonth month) {
    String first = month.atDay(1).toString();
    database.inTenant(
        connection.tenant(),
        jdbc -> jdbc.update(ADVANCE, connection.tenant(), connection.id(), part, first));
  }
}

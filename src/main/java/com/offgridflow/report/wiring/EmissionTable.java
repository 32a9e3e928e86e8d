package com.offgridflow.report.wiring;

import com.offgridflow.report.EmissionRow;
import com.offgridflow.report.EmissionRow.Evidence;
import com.offgridflow.report.EmissionRows;
import com.offgridflow.tenant.wiring.TenantDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/** The emissions that a report was made from, in the order of their numbers. */
@ApplicationScoped
public class EmissionTable {
  private static final int FETCH = 2_000;

  private static final String ROWS =
      """
      select e.emission_id, e.activity_id,
        coalesce(e.period_start, (a.period_start at time zone 'UTC')::date) as first_day,
        coalesce(e.period_end,
          ((a.period_end - interval '1 microsecond') at time zone 'UTC')::date + 1) as end_day,
        e.scope, e.category, e.method, e.component, e.kg_co2e, e.energy_kwh, a.kind, a.supplier,
        a.service, coalesce(nullif(a.facility, ''), a.region) as site, a.quantity, a.unit,
        e.formula, c.factor_ids, a.source, a.record_key, a.version, a.evidence_object,
        a.evidence_digest, a.locator
      from report_emission r
      join emission e using (emission_id)
      join activity a using (activity_id)
      join calculation c using (calculation_id)
      where r.report_id = ? order by e.emission_id""";

  /** What {@link #COPY} takes in place of a parameter, for it can have none. */
  private static final String NAME_REPORT = "select set_config('hub.report', ?, true)";

  /**
   * The same for {@link com.offgridflow.report.csv.EmissionsCsv}. The factors of a calculation are
   * joined once, and what is asked of each row's tenant is asked of the transaction.
   */
  private static final String COPY =
      """
      copy (
        select e.emission_id, e.activity_id, coalesce(e.period_start, a.period_start::date),
          coalesce(e.period_end, (a.period_end - interval '1 microsecond')::date + 1),
          e.scope, e.category, e.method, e.component, e.kg_co2e, e.energy_kwh, a.kind, a.supplier,
          a.service, coalesce(nullif(a.facility, ''), a.region), a.quantity, a.unit,
          e.formula, c.factors, a.source, a.record_key, a.version, a.evidence_object,
          a.evidence_digest, a.locator
        from report_emission r
        join emission e using (emission_id)
        join activity a using (activity_id)
        cross join lateral (
          select array_to_string(factor_ids, ' ') as factors from calculation
          where calculation_id = e.calculation_id offset 0) c
        where r.report_id = (select current_setting('hub.report')::uuid)
          and r.tenant_id = (select current_setting('hub.tenant'))
        order by e.emission_id) to stdout""";

  private final TenantDatabase database;

  EmissionTable(TenantDatabase database) {
    this.database = database;
  }

  /** The rows of the report; each pass reads them anew. */
  EmissionRows of(String tenant, UUID report) {
    return consumer ->
        database.inTenant(
            tenant,
            jdbc -> {
              each(jdbc, report, row -> consumer.accept(read(row)));
              return report;
            });
  }

  /** Takes a row of PostgreSQL's COPY in its text format. */
  @FunctionalInterface
  interface CopiedRows {
    void row(byte[] copied) throws IOException;
  }

  /** Hands over the rows of the report as PostgreSQL copies them out. */
  void copy(String tenant, UUID report, CopiedRows rows) {
    ConnectionCallback<Long> all = connection -> copy(connection, rows);
    database.inTenant(
        tenant,
        jdbc -> {
          WholeTables.ordered(jdbc);
          jdbc.queryForObject(NAME_REPORT, String.class, report.toString());
          return jdbc.execute(all);
        });
  }

  private static Long copy(Connection connection, CopiedRows rows) throws SQLException {
    CopyOut copy = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(COPY);
    try {
      for (byte[] row = copy.readFromCopy(); row != null; row = copy.readFromCopy()) {
        rows.row(row);
      }
      return copy.getHandledRowCount();
    } catch (IOException e) {
      throw new UncheckedIOException("the emissions cannot be written", e);
    } finally {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
  }

  private static void each(JdbcTemplate jdbc, UUID report, RowCallbackHandler handler) {
    WholeTables.join(jdbc);
    jdbc.setFetchSize(FETCH);
    jdbc.query(ROWS, handler, report);
  }

  private static EmissionRow read(ResultSet row) throws SQLException {
    int category = row.getInt(6);
    return new EmissionRow(
        row.getLong(1),
        row.getLong(2),
        row.getObject(3, LocalDate.class),
        row.getObject(4, LocalDate.class),
        row.getInt(5),
        category == 0 ? Optional.empty() : Optional.of(category),
        row.getString(7),
        row.getString(8),
        row.getBigDecimal(9),
        Optional.ofNullable(row.getBigDecimal(10)),
        row.getString(11),
        row.getString(12),
        row.getString(13),
        row.getString(14),
        row.getBigDecimal(15),
        row.getString(16),
        row.getString(17),
        List.of((String[]) row.getArray(18).getArray()),
        evidence(row));
  }

  private static Evidence evidence(ResultSet row) throws SQLException {
    return new Evidence(
        row.getString(19),
        row.getString(20),
        row.getInt(21),
        row.getString(22),
        row.getString(23),
        row.getString(24));
  }
}

package com.offgridflow.report.wiring;

import com.offgridflow.report.EmissionRow;
import com.offgridflow.report.EmissionRow.Evidence;
import com.offgridflow.report.EmissionRows;
import com.offgridflow.tenant.wiring.TenantDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/** The emissions that a report was made from, read by a cursor. */
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

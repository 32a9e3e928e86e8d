package com.offgridflow.report.wiring;

import com.offgridflow.report.EmissionRow;
import com.offgridflow.report.EmissionRows;
import com.offgridflow.tenant.wiring.TenantDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;
import org.springframework.jdbc.core.ConnectionCallback;

/** The emissions that a report was made from, in the order of their numbers. */
@ApplicationScoped
public class EmissionTable {
  /** What {@link #COPY} takes in place of a parameter, for it can have none. */
  private static final String NAME_REPORT = "select set_config('hub.report', ?, true)";

  /**
   * In the order of {@link EmissionRow#cells()}, and of {@link
   * com.offgridflow.report.csv.EmissionsCsv}. While the server finds a row, the hub writes the one
   * before. The factors of a calculation are joined once, and what is asked of each row's tenant is
   * asked of the transaction.
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
    return consumer -> {
      CopiedEmissions emissions = new CopiedEmissions();
      copy(tenant, report, copied -> consumer.accept(emissions.row(copied)));
    };
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
}

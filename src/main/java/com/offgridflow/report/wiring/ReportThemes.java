package com.offgridflow.report.wiring;

import com.offgridflow.report.Theme;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** The table {@code report_theme}. */
@ApplicationScoped
public class ReportThemes {
  private static final String FIND =
      "select name, primary_colour, accent_colour from report_theme where tenant_id = ?";
  private static final String PUT =
      """
      insert into report_theme (tenant_id, name, primary_colour, accent_colour)
      values (?, ?, ?, ?)
      on conflict (tenant_id) do update set name = excluded.name,
        primary_colour = excluded.primary_colour, accent_colour = excluded.accent_colour""";

  /** What the tenant chose, else the hub's own. */
  Theme of(JdbcTemplate jdbc, String tenant) {
    return jdbc.query(FIND, (row, n) -> read(row), tenant).stream().findFirst().orElse(Theme.HUB);
  }

  void put(JdbcTemplate jdbc, String tenant, Theme theme) {
    jdbc.update(PUT, tenant, theme.name().orElse(null), theme.primary(), theme.accent());
  }

  private static Theme read(ResultSet row) throws SQLException {
    return new Theme(Optional.ofNullable(row.getString(1)), row.getString(2), row.getString(3));
  }
}

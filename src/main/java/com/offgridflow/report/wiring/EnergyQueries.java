package com.offgridflow.report.wiring;

import com.offgridflow.activity.Unit;
import com.offgridflow.emission.scope2.InstrumentType;
import com.offgridflow.emission.scope2.Technology;
import com.offgridflow.factor.FactorLibrary;
import com.offgridflow.report.energy.BoughtEnergy;
import com.offgridflow.report.energy.BoughtEnergy.Covered;
import com.offgridflow.report.energy.EnergyBalance;
import com.offgridflow.report.energy.EnergyCarrier;
import com.offgridflow.report.energy.EnergyGap;
import com.offgridflow.report.energy.EnergyTotal;
import com.offgridflow.report.energy.FuelEnergy;
import com.offgridflow.report.energy.FuelUse;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Energy that emissions in force tell of: fuels of Scope 1 and what was bought for Scope 2. */
final class EnergyQueries {
  private static final String FUELS =
      """
      select a.subject, e.converted_unit, a.country, min(coalesce(e.period_start,
          (a.period_start at time zone 'UTC')::date)), sum(e.converted_quantity), count(*)
      %s and a.kind in ('stationary-combustion', 'mobile-combustion') and e.component = 'combustion'
      group by 1, 2, 3 order by 1, 2, 3"""
          .formatted(ReportQueries.EMISSIONS);

  private static final String BOUGHT =
      """
      select a.kind, sum(e.energy_kwh), count(*)
      %s and a.kind in ('electricity', 'heat', 'steam', 'cooling') and e.method = 'location-based'
        and e.scope = 2 and e.energy_kwh is not null
      group by 1 order by 1"""
          .formatted(ReportQueries.EMISSIONS);

  /** Instruments by the version that the emission's time had: their last one before now. */
  private static final String COVERED =
      """
      select c.kind, i.technology, i.type, sum(c.energy_kwh), count(*)
      from (select a.kind, e.energy_kwh, substr(e.component, length('instrument:') + 1) as id %s
        and e.method = 'market-based' and e.component like 'instrument:%%') c
      cross join lateral (
        select technology, type from instrument where instrument_id = c.id
        order by version desc limit 1) i
      group by 1, 2, 3 order by 1, 2, 3"""
          .formatted(ReportQueries.EMISSIONS);

  private EnergyQueries() {}

  /**
   * @param library heating values of fuels
   * @param scope what {@link ReportQueries#EMISSIONS} asks for
   */
  static EnergyBalance of(JdbcTemplate jdbc, FactorLibrary library, Object... scope) {
    EnergyBalance fuels =
        new FuelEnergy(library).of(jdbc.query(FUELS, (row, n) -> fuel(row), scope));
    List<Covered> covered = jdbc.query(COVERED, (row, n) -> covered(row), scope);
    List<EnergyTotal> totals = new ArrayList<>(fuels.totals());
    List<EnergyGap> gaps = new ArrayList<>(fuels.gaps());
    jdbc.query(BOUGHT, (row, n) -> bought(row, covered), scope).forEach(totals::addAll);
    return new EnergyBalance(totals, gaps, fuels.tables());
  }

  private static FuelUse fuel(ResultSet row) throws SQLException {
    return new FuelUse(
        row.getString(1),
        row.getBigDecimal(5),
        Unit.named(row.getString(2)),
        row.getString(3),
        row.getDate(4).toLocalDate(),
        row.getLong(6));
  }

  private static Covered covered(ResultSet row) throws SQLException {
    return new Covered(
        EnergyCarrier.ofCode(row.getString(1)),
        Technology.ofCode(row.getString(2)).orElseThrow(),
        InstrumentType.ofCode(row.getString(3)).orElseThrow(),
        row.getBigDecimal(4),
        row.getLong(5));
  }

  private static List<EnergyTotal> bought(ResultSet row, List<Covered> covered)
      throws SQLException {
    EnergyCarrier carrier = EnergyCarrier.ofCode(row.getString(1));
    BigDecimal kwh = row.getBigDecimal(2);
    return BoughtEnergy.split(carrier, kwh, row.getLong(3), covered);
  }
}

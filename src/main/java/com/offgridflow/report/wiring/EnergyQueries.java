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
          .formatted(EmissionsInForce.EMISSIONS);

  private static final String BOUGHT =
      """
      select kind, sum(energy_kwh), sum(with_energy) from report_sum
      where kind in ('electricity', 'heat', 'steam', 'cooling') and method = 'location-based'
        and scope = 2 and with_energy > 0
      group by 1 order by 1""";

  /** Instruments by the version that the emission's time had: their last one before now. */
  private static final String COVERED =
      """
      select c.kind, i.technology, i.type, sum(c.energy_kwh), sum(c.emissions)
      from report_sum c
      cross join lateral (
        select technology, type from instrument
        where instrument_id = substr(c.component, length('instrument:') + 1)
        order by version desc limit 1) i
      where c.method = 'market-based' and c.component like 'instrument:%'
      group by 1, 2, 3 order by 1, 2, 3""";

  private EnergyQueries() {}

  /**
   * @param library heating values of fuels
   * @param scope what {@link EmissionsInForce#EMISSIONS} asks for
   */
  static EnergyBalance of(JdbcTemplate jdbc, FactorLibrary library, Object... scope) {
    EnergyBalance fuels =
        new FuelEnergy(library).of(jdbc.query(FUELS, (row, n) -> fuel(row), scope));
    List<Covered> covered = jdbc.query(COVERED, (row, n) -> covered(row));
    List<EnergyTotal> totals = new ArrayList<>(fuels.totals());
    List<EnergyGap> gaps = new ArrayList<>(fuels.gaps());
    jdbc.query(BOUGHT, (row, n) -> bought(row, covered)).forEach(totals::addAll);
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

package com.offgridflow.factor.wiring;

import com.offgridflow.activity.Unit;
import com.offgridflow.database.wiring.RowBatch;
import com.offgridflow.factor.Amounts;
import com.offgridflow.factor.Factor;
import com.offgridflow.factor.GasAmounts;
import com.offgridflow.factor.Source;
import com.offgridflow.factor.Uncertainty;
import com.offgridflow.factor.Validity;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** Factors as rows of the table {@code factor}, which are added and never changed. */
final class FactorRows {
  /** The columns that {@link #read} needs. */
  static final String COLUMNS =
      """
      f.factor_id, f.kind, f.subject, f.place, f.valid_from, f.valid_to, f.per_unit, f.unit, f.value,
        f.co2, f.ch4, f.n2o, f.biogenic_co2, f.gwp_set, f.publisher, f.edition, f.table_name,
        f.row_name, f.licence, f.note, f.other_gases, f.uncertainty_low, f.uncertainty_high,
        f.price_year\
      """;

  private static final String INSERT =
      """
      insert into factor (tenant_id, factor_id, kind, subject, place, valid_from, valid_to, per_unit,
        unit, value, co2, ch4, n2o, biogenic_co2, gwp_set, publisher, edition, table_name, row_name,
        licence, note, other_gases, uncertainty_low, uncertainty_high, price_year)
      select ?, * from {rows} as r\
      """;

  private static final String TYPES =
      """
      text, text, text, text, date, date, text, text, numeric, numeric, numeric, numeric, numeric,
      text, text, text, text, text, text, text, jsonb, numeric, numeric, smallint\
      """;

  private FactorRows() {}

  static void insert(JdbcTemplate jdbc, String tenant, Collection<Factor> factors) {
    RowBatch batch = new RowBatch(TYPES);
    factors.forEach(factor -> batch.add(row(factor)));
    batch.update(jdbc, INSERT, tenant);
  }

  private static Object[] row(Factor f) {
    Amounts amounts = f.amounts();
    Source source = f.source();
    return new Object[] {
      f.id(),
      f.kind(),
      f.subject(),
      f.place(),
      f.validity().from().orElse(null),
      f.validity().to().orElse(null),
      f.perUnit().symbol(),
      f.unit().symbol(),
      amounts.value().orElse(null),
      amounts.co2().orElse(null),
      amounts.ch4().orElse(null),
      amounts.n2o().orElse(null),
      amounts.biogenicCo2().orElse(null),
      f.gwpSet(),
      source.publisher(),
      source.edition(),
      source.table(),
      source.row(),
      source.licence(),
      f.note(),
      GasAmounts.toJson(amounts.otherGases()),
      f.uncertainty().map(Uncertainty::low).orElse(null),
      f.uncertainty().map(Uncertainty::high).orElse(null),
      f.priceYear().orElse(null)
    };
  }

  static Factor read(ResultSet row) throws SQLException {
    return new Factor(
        row.getString("factor_id"),
        row.getString("kind"),
        row.getString("subject"),
        row.getString("place"),
        new Validity(day(row, "valid_from"), day(row, "valid_to")),
        Unit.named(row.getString("per_unit")),
        Unit.named(row.getString("unit")),
        amounts(row),
        uncertainty(row),
        Optional.ofNullable(row.getObject("price_year", Integer.class)),
        Optional.ofNullable(row.getString("gwp_set")).orElse(""),
        source(row),
        row.getString("note"));
  }

  private static Amounts amounts(ResultSet row) throws SQLException {
    return new Amounts(
        number(row, "value"),
        number(row, "co2"),
        number(row, "ch4"),
        number(row, "n2o"),
        number(row, "biogenic_co2"),
        GasAmounts.ofJson(row.getString("other_gases")));
  }

  private static Optional<Uncertainty> uncertainty(ResultSet row) throws SQLException {
    Optional<BigDecimal> high = number(row, "uncertainty_high");
    return number(row, "uncertainty_low").map(low -> new Uncertainty(low, high.orElseThrow()));
  }

  private static Source source(ResultSet row) throws SQLException {
    return new Source(
        row.getString("publisher"),
        row.getString("edition"),
        row.getString("table_name"),
        row.getString("row_name"),
        row.getString("licence"));
  }

  private static Optional<LocalDate> day(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, LocalDate.class));
  }

  private static Optional<BigDecimal> number(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getBigDecimal(column));
  }
}

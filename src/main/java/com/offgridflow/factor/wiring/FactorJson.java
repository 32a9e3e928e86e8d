package com.offgridflow.factor.wiring;

import com.offgridflow.factor.Amounts;
import com.offgridflow.factor.Factor;
import com.offgridflow.factor.Source;
import com.offgridflow.factor.Uncertainty;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;

/** A factor as the API shows it, with all of its provenance. */
final class FactorJson {
  private FactorJson() {}

  /**
   * @param row has the columns of the edition beside those of the factor
   */
  static Map<String, Object> of(Factor factor, ResultSet row) throws SQLException {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", factor.id());
    json.put("kind", factor.kind());
    json.put("subject", factor.subject());
    json.put("place", factor.place());
    json.put("valid_from", factor.validity().from().map(LocalDate::toString).orElse(null));
    json.put("valid_to", factor.validity().to().map(LocalDate::toString).orElse(null));
    json.put("per_unit", factor.perUnit().symbol());
    json.put("unit", factor.unit().symbol());
    json.put("value", factor.amounts().value().orElse(null));
    json.put("gases", factor.amounts().perGas() ? gases(factor.amounts()) : null);
    json.put("uncertainty", factor.uncertainty().map(Uncertainty::toString).orElse(null));
    json.put("price_year", factor.priceYear().orElse(null));
    json.put("gwp_set", factor.gwpSet());
    json.put("source", source(factor.source()));
    json.put("note", factor.note());
    json.put("owner", row.getString("tenant_id"));
    json.put("learnt_at", time(row, "learnt_at"));
    json.put("edition", edition(row));
    return json;
  }

  private static Map<String, Object> gases(Amounts amounts) {
    Map<String, Object> gases = new LinkedHashMap<>();
    amounts.co2().ifPresent(kg -> gases.put("CO2", kg));
    amounts.ch4().ifPresent(kg -> gases.put("CH4", kg));
    amounts.n2o().ifPresent(kg -> gases.put("N2O", kg));
    amounts.biogenicCo2().ifPresent(kg -> gases.put("biogenic CO2", kg));
    gases.putAll(amounts.otherGases());
    return gases;
  }

  private static Map<String, Object> source(Source source) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("publisher", source.publisher());
    json.put("edition", source.edition());
    json.put("table", source.table());
    json.put("row", source.row());
    json.put("licence", source.licence());
    return json;
  }

  private static Map<String, Object> edition(ResultSet row) throws SQLException {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", row.getLong("edition_id"));
    json.put("table", row.getString("edition_table"));
    json.put("approved_at", time(row, "decided_at"));
    json.put("replaced_at", time(row, "replaced_at"));
    return json;
  }

  private static String time(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant().toString();
  }
}

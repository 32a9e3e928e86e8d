package com.offgridflow.emission;

import com.offgridflow.activity.Quantity;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * How an emission was computed: enough to do it again by hand.
 *
 * @param calculation formula and steps, shared by all emissions that were computed alike
 * @param quantity the activity's quantity as it was recorded
 * @param converted the same in the unit of the formula
 * @param energyKwh the energy behind it, where there is one
 * @param kgCo2e the result
 */
public record Derivation(
    Calculation calculation,
    Quantity quantity,
    Quantity converted,
    Optional<BigDecimal> energyKwh,
    BigDecimal kgCo2e) {

  public String formula() {
    return calculation.formula();
  }

  public List<Step> steps() {
    return calculation.steps();
  }

  /** As compact JSON, keys in a fixed order; the same derivation always gives the same text. */
  public String toJson() {
    StringBuilder json = new StringBuilder(calculation.members().length() + 256);
    json.append("{\"quantity\":");
    append(json, quantity);
    if (!quantity.equals(converted)) {
      json.append(",\"converted\":");
      append(json, converted);
    }
    json.append(',').append(calculation.members()).append(",\"result\":{");
    energyKwh.ifPresent(kwh -> json.append("\"kWh\":").append(kwh.toPlainString()).append(','));
    return json.append("\"kgCO2e\":").append(kgCo2e.toPlainString()).append("}}").toString();
  }

  private static void append(StringBuilder json, Quantity quantity) {
    json.append("{\"value\":").append(quantity.amount().toPlainString()).append(",\"unit\":");
    Json.append(json, quantity.unit().symbol());
    json.append('}');
  }
}

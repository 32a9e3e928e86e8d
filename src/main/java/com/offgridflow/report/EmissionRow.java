package com.offgridflow.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One emission of a frozen report with the way back to the bill.
 *
 * @param emission its number
 * @param activity the activity's number
 * @param start first day that it stands for
 * @param end first day after it
 * @param scope GHG Protocol scope, 1 to 3
 * @param category Scope 3 category, 1 to 15
 * @param method code of the calculation method, such as {@code location-based}
 * @param component what part of the activity it stands for
 * @param kgCo2e exact, in kg CO2e
 * @param energyKwh energy behind it, in kWh, where it is known
 * @param kind code of the activity's kind
 * @param supplier who supplied it, or empty
 * @param service the supplier's service, or empty
 * @param site facility or region, or empty
 * @param quantity what was used, in {@code unit}
 * @param unit as the bill has it
 * @param formula name of the formula
 * @param factors ids of the factors, apart by spaces
 * @param evidence where the activity was read from
 */
public record EmissionRow(
    long emission,
    long activity,
    LocalDate start,
    LocalDate end,
    int scope,
    Optional<Integer> category,
    String method,
    String component,
    BigDecimal kgCo2e,
    Optional<BigDecimal> energyKwh,
    String kind,
    String supplier,
    String service,
    String site,
    BigDecimal quantity,
    String unit,
    String formula,
    String factors,
    Evidence evidence) {

  /** The same with method, component and kind in words in place of their codes. */
  public EmissionRow in(Messages words) {
    return new EmissionRow(
        emission,
        activity,
        start,
        end,
        scope,
        category,
        words.method(method),
        words.component(component),
        kgCo2e,
        energyKwh,
        words.kind(kind),
        supplier,
        service,
        site,
        quantity,
        unit,
        formula,
        factors,
        evidence);
  }

  /**
   * What a table shows of it, from left to right: first what it is, last where it was read. What is
   * not known is an empty {@link Optional}.
   */
  public Object[] cells() {
    return new Object[] {
      emission,
      activity,
      start,
      end,
      scope,
      category,
      method,
      component,
      kgCo2e,
      energyKwh,
      kind,
      supplier,
      service,
      site,
      quantity,
      unit,
      formula,
      factors,
      evidence.source(),
      evidence.recordKey(),
      evidence.version(),
      evidence.object(),
      evidence.digest(),
      evidence.locator()
    };
  }

  /**
   * Where an activity was read from.
   *
   * @param source the connection
   * @param recordKey the record's key within it
   * @param version which version of the record
   * @param object the file or message
   * @param digest its SHA-256, lower-case hex
   * @param locator the place within it
   */
  public record Evidence(
      String source, String recordKey, int version, String object, String digest, String locator) {}
}

package com.offgridflow.restatement;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * An emission, as far as restating looks at it.
 *
 * @param key what it is the figure of
 * @param emissionId its id in the table, 0 for one that is not stored
 * @param quantity the activity's part that it stands for, in the unit of the formula
 * @param unit that unit
 * @param kgCo2e kg CO2e, unrounded
 * @param gases kg of each gas that is told apart, by name
 * @param counted whether it counts into totals
 * @param gwpSet the set that weighted the gases
 * @param method formula and profile
 * @param factorIds every factor used, in order
 */
public record Figure(
    FigureKey key,
    long emissionId,
    BigDecimal quantity,
    String unit,
    BigDecimal kgCo2e,
    Map<String, BigDecimal> gases,
    boolean counted,
    String gwpSet,
    String method,
    List<String> factorIds) {
  public Figure {
    gases = Map.copyOf(gases);
    factorIds = List.copyOf(factorIds);
  }

  /** Whether both say the same, whichever factors say so. */
  public boolean agreesWith(Figure other) {
    return sameQuantity(other) && sameMethod(other) && sameAmounts(other);
  }

  boolean sameQuantity(Figure other) {
    return quantity.compareTo(other.quantity) == 0 && unit.equals(other.unit);
  }

  boolean sameMethod(Figure other) {
    return method.equals(other.method) && counted == other.counted;
  }

  boolean sameAmounts(Figure other) {
    return kgCo2e.compareTo(other.kgCo2e) == 0
        && gases.keySet().equals(other.gases.keySet())
        && gases.keySet().stream()
            .allMatch(gas -> gases.get(gas).compareTo(other.gases.get(gas)) == 0);
  }
}

package com.offgridflow.source;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What AWS reports by one method, in metric tons of CO2e.
 *
 * @param basis {@code location} or {@code market}
 * @param total all scopes that the model has
 * @param scopes AWS's own scopes 1 to 3, or none: earlier models have totals alone
 */
public record AwsCarbonFigures(
    String basis, Optional<BigDecimal> total, List<Optional<BigDecimal>> scopes) {
  /** A gram; the scopes of a total are rounded one by one. */
  private static final BigDecimal ROUNDING = new BigDecimal("0.000001");

  public AwsCarbonFigures {
    scopes = List.copyOf(scopes);
  }

  /** Tons by AWS's scope where the scopes make up the total, else the total under no scope. */
  Map<String, BigDecimal> parts() {
    List<BigDecimal> given = new ArrayList<>();
    scopes.forEach(scope -> scope.ifPresent(given::add));
    BigDecimal sum = given.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    boolean whole =
        given.size() == 3
            && total.map(t -> t.subtract(sum).abs().compareTo(ROUNDING) <= 0).orElse(true);
    if (whole) {
      return Map.of("1", given.get(0), "2", given.get(1), "3", given.get(2));
    }
    return total.map(tons -> Map.of("", tons)).orElse(Map.of());
  }
}

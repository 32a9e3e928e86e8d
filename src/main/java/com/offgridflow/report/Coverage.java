package com.offgridflow.report;

import com.offgridflow.activity.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;

/**
 * How much of what was paid for has an estimate.
 *
 * @param costs one per currency
 * @param uncovered usage without an estimate, dearest first
 */
public record Coverage(List<CostShare> costs, List<UncoveredUsage> uncovered) {
  public Coverage {
    costs = List.copyOf(costs);
    uncovered = List.copyOf(uncovered);
  }

  /** No cost known: utility bills without amounts, or no activities. */
  public static Coverage none() {
    return new Coverage(List.of(), List.of());
  }

  /** Cost in one currency: all of it, and the part that has an estimate. */
  public record CostShare(Money total, Money covered) {
    public CostShare {
      if (!total.currency().equals(covered.currency())) {
        throw new IllegalArgumentException(
            "total and covered cost must be in one currency, not " + total + " and " + covered);
      }
    }

    /** Covered part of the total, 0 to 1; empty when nothing was paid. */
    public Optional<BigDecimal> share() {
      return total.amount().signum() == 0
          ? Optional.empty()
          : Optional.of(covered.amount().divide(total.amount(), MathContext.DECIMAL64));
    }
  }

  /**
   * Usage that no estimate stands for.
   *
   * @param service the supplier's service
   * @param kind the usage as the supplier names it
   * @param cost what was paid for it
   * @param activities how many activities
   */
  public record UncoveredUsage(String service, String kind, Money cost, long activities) {}
}

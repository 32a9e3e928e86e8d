package com.offgridflow.restatement;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * One difference between what is in force and what was computed anew.
 *
 * @param before the figure in force
 * @param after the new one
 * @param causes why they differ, at least one
 * @param detail what exactly differs, in words
 */
public record Line(
    Optional<Figure> before, Optional<Figure> after, List<Cause> causes, String detail) {
  public Line {
    causes = List.copyOf(causes);
    if (before.isEmpty() && after.isEmpty() || causes.isEmpty()) {
      throw new IllegalArgumentException(
          "a line has a figure and a cause: " + before + ", " + after + ", " + causes);
    }
  }

  /** What both are the figure of. */
  public FigureKey key() {
    return after.or(() -> before).orElseThrow().key();
  }

  /** kg CO2e more, below zero for less; what is not there is nothing. */
  public BigDecimal difference() {
    return kgCo2e(after).subtract(kgCo2e(before));
  }

  private static BigDecimal kgCo2e(Optional<Figure> figure) {
    return figure.map(Figure::kgCo2e).orElse(BigDecimal.ZERO);
  }
}

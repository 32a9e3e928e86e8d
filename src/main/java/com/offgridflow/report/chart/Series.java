package com.offgridflow.report.chart;

import java.math.BigDecimal;
import java.util.List;

/**
 * Figures of one kind along an axis.
 *
 * @param name for the legend
 * @param colour {@code #rrggbb}
 * @param values one for each label of the axis
 */
public record Series(String name, String colour, List<BigDecimal> values) {
  public Series {
    values = List.copyOf(values);
  }
}

package com.offgridflow.report;

import java.util.List;

/** How a data point gets its value. */
public sealed interface Measure {

  /** The sum of all emissions of a selection. */
  record EmissionSum(EmissionSelection selection) implements Measure {}

  /**
   * The sum of other data points of the framework, by id. It has a value only when each of them has
   * one: a total that leaves out a scope would read as a complete one.
   */
  record SumOf(List<String> dataPoints) implements Measure {
    public SumOf {
      dataPoints = List.copyOf(dataPoints);
    }
  }
}

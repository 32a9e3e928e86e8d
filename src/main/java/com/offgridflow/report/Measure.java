package com.offgridflow.report;

import com.offgridflow.report.energy.EnergySelection;
import java.util.List;
import java.util.Optional;

/** How a data point gets its value. */
public sealed interface Measure {

  /**
   * The sum of all emissions of a selection.
   *
   * @param gas of one gas alone; empty for CO2e of all
   */
  record EmissionSum(EmissionSelection selection, Optional<Gas> gas) implements Measure {

    /** Of all gases together. */
    public EmissionSum(EmissionSelection selection) {
      this(selection, Optional.empty());
    }
  }

  /** The sum of all energy of a selection. */
  record EnergySum(EnergySelection selection) implements Measure {}

  /**
   * The sum of other data points of the framework, by id.
   *
   * @param complete whether it needs each of them: a total that leaves out a scope would read as a
   *     complete one. Otherwise it sums those that there are, and needs one.
   */
  record SumOf(List<String> dataPoints, boolean complete) implements Measure {
    public SumOf {
      dataPoints = List.copyOf(dataPoints);
    }
  }

  /** One data point per unit of another, such as emissions per net revenue. */
  record Ratio(String numerator, String denominator) implements Measure {}

  /** One data point as a share of another in the same unit, 0 to 1: XBRL's {@code pure}. */
  record Share(String part, String whole) implements Measure {}

  /** A figure that only the tenant can state. */
  record StatedFigure() implements Measure {}

  /**
   * Words that only the tenant can state.
   *
   * @param pattern regular expression that it matches; empty for any words
   */
  record StatedText(Optional<String> pattern) implements Measure {}

  /** The data points that it is computed from, by id. */
  default List<String> parts() {
    if (this instanceof SumOf sum) {
      return sum.dataPoints();
    }
    if (this instanceof Ratio ratio) {
      return List.of(ratio.numerator(), ratio.denominator());
    }
    return this instanceof Share share ? List.of(share.part(), share.whole()) : List.of();
  }
}

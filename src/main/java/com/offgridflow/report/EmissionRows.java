package com.offgridflow.report;

import java.util.function.Consumer;

/** The emissions of a report, one after the other, so that all of them need not be in memory. */
@FunctionalInterface
public interface EmissionRows {

  /** Hands over each emission, by number. */
  void each(Consumer<EmissionRow> consumer);
}

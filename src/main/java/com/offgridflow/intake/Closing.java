package com.offgridflow.intake;

import java.util.List;

/** How a run ended whose delivery could be read. */
public sealed interface Closing {
  /** Its records are activities now. */
  record TakenIn(Balance balance) implements Closing {}

  /**
   * Nothing of it is visible, because the delivery has lost more than half of what it had.
   *
   * @param figures all measures, those that did not shrink as well
   */
  record Held(List<Shrinkage> figures) implements Closing {
    public Held {
      figures = List.copyOf(figures);
    }
  }
}

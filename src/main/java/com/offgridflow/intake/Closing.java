package com.offgridflow.intake;

/** How a run ended whose delivery could be read. */
public sealed interface Closing {
  /** Its records are activities now. */
  record TakenIn(Balance balance) implements Closing {}

  /**
   * Nothing of it is visible: it has lost more than half of what it had, or is what another
   * delivery has brought.
   *
   * @param cause says which, and what can be done
   */
  record Held(String cause) implements Closing {}
}

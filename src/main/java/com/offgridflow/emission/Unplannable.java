package com.offgridflow.emission;

/** Ends the making of a plan with an outcome; never leaves this package. */
final class Unplannable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Outcome outcome;

  Unplannable(Outcome outcome) {
    super(null, null, false, false);
    this.outcome = outcome;
  }

  Outcome outcome() {
    return outcome;
  }
}

package com.offgridflow.emission.formula;

import com.offgridflow.emission.Outcome;

/** Ends the making of a plan with an outcome; no estimate ever throws it. */
public final class Unplannable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Outcome outcome;

  public Unplannable(Outcome outcome) {
    super(null, null, false, false);
    this.outcome = outcome;
  }

  public Outcome outcome() {
    return outcome;
  }
}

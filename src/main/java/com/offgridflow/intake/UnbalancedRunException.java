package com.offgridflow.intake;

/** A run lost or doubled something on its way. Nothing of it is kept. */
public class UnbalancedRunException extends RuntimeException {
  UnbalancedRunException(Balance balance) {
    super("the run does not balance and is undone: " + balance);
  }
}

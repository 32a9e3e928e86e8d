package com.offgridflow.factor;

/** A factor table that cannot be read; the message names table, row, column, value and remedy. */
public class FactorFormatException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public FactorFormatException(String message) {
    super(message);
  }
}

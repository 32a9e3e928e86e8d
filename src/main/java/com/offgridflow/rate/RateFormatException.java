package com.offgridflow.rate;

/** A table of rates that cannot be read; the message names table, line, value and remedy. */
public class RateFormatException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public RateFormatException(String message) {
    super(message);
  }
}

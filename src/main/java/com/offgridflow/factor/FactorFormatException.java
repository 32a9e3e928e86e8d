package com.offgridflow.factor;

import java.util.Optional;

/** A factor table that cannot be read; the message names table, row, column, value and remedy. */
public class FactorFormatException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient RowProblem problem;

  public FactorFormatException(String message) {
    this(message, null);
  }

  FactorFormatException(String message, RowProblem problem) {
    super(message);
    this.problem = problem;
  }

  /** The cell at fault, where it is one cell. */
  public Optional<RowProblem> problem() {
    return Optional.ofNullable(problem);
  }
}

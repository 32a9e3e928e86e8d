package com.offgridflow.factor;

import java.util.List;

/**
 * A factor table as somebody sent it.
 *
 * @param factors its factors; when there are problems, only those that could be read
 * @param problems everything that is wrong with it, in the order of its rows
 */
public record EditionDraft(List<Factor> factors, List<RowProblem> problems) {
  public EditionDraft {
    factors = List.copyOf(factors);
    problems = List.copyOf(problems);
  }

  /** Whether it may be approved. */
  public boolean sound() {
    return problems.isEmpty();
  }
}

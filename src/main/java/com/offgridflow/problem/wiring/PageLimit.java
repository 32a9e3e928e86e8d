package com.offgridflow.problem.wiring;

import com.offgridflow.problem.Problem;
import com.offgridflow.problem.Problem.Fault;
import com.offgridflow.problem.ProblemException;
import java.util.List;

/** How many rows a page of a list has, by the parameter {@code limit}. */
public final class PageLimit {
  private static final int MOST = 1000;

  private PageLimit() {}

  /**
   * The limit itself.
   *
   * @param refusal what cannot be done otherwise, for people
   * @throws ProblemException unless it is from 1 to 1000
   */
  public static int require(int limit, String refusal) {
    if (limit < 1 || limit > MOST) {
      Fault fault = new Fault("limit", Integer.toString(limit), "should be from 1 to " + MOST);
      throw new ProblemException(Problem.invalid(refusal, List.of(fault)));
    }
    return limit;
  }
}

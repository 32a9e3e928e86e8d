package com.offgridflow.factor;

import java.util.List;

/** Which factor applies, or that none does. */
public sealed interface FactorChoice {

  /**
   * @param factor what applies
   * @param why at which place and date it was found
   */
  record Chosen(Factor factor, String why) implements FactorChoice {}

  /**
   * @param asked the question
   * @param nearest ids of factors that answer a similar question, the closest first
   */
  record Missing(String asked, List<String> nearest) implements FactorChoice {}
}

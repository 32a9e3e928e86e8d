package com.offgridflow.factor;

import java.util.List;

/** Which factor applies, or that none does. */
public sealed interface FactorChoice {

  /**
   * @param factor what applies
   * @param why at which place and date it was found, and what else fitted as well
   */
  record Chosen(Factor factor, String why) implements FactorChoice {

    /** The same, saying that narrower places had none. */
    Chosen noneAt(List<String> narrower) {
      return narrower.isEmpty()
          ? this
          : new Chosen(factor, why + "; none at " + String.join(", ", narrower));
    }
  }

  /**
   * @param asked the question
   * @param nearMisses factors that answer a similar question, the closest first
   */
  record Missing(String asked, List<NearMiss> nearMisses) implements FactorChoice {

    /** The ids of the near misses, the closest first. */
    public List<String> nearest() {
      return nearMisses.stream().map(miss -> miss.factor().id()).toList();
    }
  }
}

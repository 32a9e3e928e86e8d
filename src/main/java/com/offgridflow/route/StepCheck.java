package com.offgridflow.route;

import java.util.List;

/** Knows beans and the language of expressions, which only a hub that runs can tell. */
public interface StepCheck {
  /** What is wrong with the bean, and what would have worked; empty when nothing is. */
  List<String> bean(BeanUse bean);

  /**
   * What is wrong with an expression in Camel's language {@code simple}.
   *
   * @param condition whether it is to be true or false, as that of a filter
   */
  List<String> simple(String text, boolean condition);

  /** Knows nothing, and so finds nothing wrong. */
  static StepCheck none() {
    return new StepCheck() {
      @Override
      public List<String> bean(BeanUse bean) {
        return List.of();
      }

      @Override
      public List<String> simple(String text, boolean condition) {
        return List.of();
      }
    };
  }
}

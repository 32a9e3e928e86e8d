package com.offgridflow.factor;

/**
 * A factor that answers a similar question.
 *
 * @param factor the factor
 * @param why what keeps it from answering the question that was asked
 */
public record NearMiss(Factor factor, String why) {
  @Override
  public String toString() {
    return factor.id() + " (" + why + ")";
  }
}

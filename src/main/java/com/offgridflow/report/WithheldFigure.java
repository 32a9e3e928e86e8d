package com.offgridflow.report;

import java.util.List;

/**
 * What a person must look at before there is a figure. A data point that it belongs to has no
 * value, since a sum without it would be too low or too high by an unknown amount.
 *
 * @param scope GHG Protocol scope, 1 to 3
 * @param method code of the calculation method, such as {@code market-based}
 * @param activities how many activities wait for the review
 * @param reasons what contradicts itself, the most frequent first
 */
public record WithheldFigure(int scope, String method, long activities, List<String> reasons) {
  public WithheldFigure {
    Scopes.requireScope(scope);
    reasons = List.copyOf(reasons);
  }

  boolean belongsTo(EmissionSelection selection) {
    return scope == selection.scope() && selection.methods().contains(method);
  }
}

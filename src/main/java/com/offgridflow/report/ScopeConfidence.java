package com.offgridflow.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;

/**
 * How far the emissions of one scope can be trusted, or all of them. The intervals of scopes do not
 * add up to that of all, because what rests on the same factors is off together.
 *
 * @param scope GHG Protocol scope, 1 to 3; empty for all
 */
public record ScopeConfidence(
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Integer> scope, Confidence confidence) {
  public ScopeConfidence {
    scope.ifPresent(Scopes::requireScope);
  }
}

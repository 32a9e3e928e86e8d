package com.offgridflow.report;

import java.util.Optional;
import java.util.Set;

/**
 * Which emissions count towards a data point.
 *
 * @param scope GHG Protocol scope, 1 to 3
 * @param methods accepted calculation methods by their codes ({@code location-based}, ...); empty
 *     accepts any
 * @param category Scope 3 category, 1 to 15; empty accepts all
 * @param kinds codes of the kinds of activities; empty accepts all
 */
public record EmissionSelection(
    int scope, Set<String> methods, Optional<Integer> category, Set<String> kinds) {
  public EmissionSelection {
    Scopes.requireScope(scope);
    category.ifPresent(number -> Scopes.requireCategory(scope, number));
    methods = Set.copyOf(methods);
    kinds = Set.copyOf(kinds);
  }

  /** Of every kind of activity. */
  public EmissionSelection(int scope, Set<String> methods, Optional<Integer> category) {
    this(scope, methods, category, Set.of());
  }

  public boolean accepts(EmissionTotal total) {
    return accepts(total.scope(), total.method(), total.category());
  }

  boolean accepts(int ofScope, String ofMethod, Optional<Integer> ofCategory) {
    return scope == ofScope
        && (methods.isEmpty() || methods.contains(ofMethod))
        && (category.isEmpty() || category.equals(ofCategory));
  }
}

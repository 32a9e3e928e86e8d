package com.offgridflow.emission.scope1;

import com.offgridflow.emission.formula.Formula;
import java.util.List;
import java.util.stream.Stream;

/** Direct emissions: GHG Protocol Corporate Standard, chapter 4, Scope 1. */
public final class Scope1Formulas {
  private Scope1Formulas() {}

  /** In order of preference. */
  public static List<Formula> all() {
    return Stream.of(Combustion.all(), Fugitive.all(), Minerals.all(), Steel.all())
        .flatMap(List::stream)
        .toList();
  }
}

package com.offgridflow.emission.scope3;

import com.offgridflow.emission.formula.Formula;
import java.util.List;
import java.util.stream.Stream;

/**
 * The fifteen categories of the GHG Protocol's Scope 3 Standard (2011), each with the methods of
 * its Technical Guidance (2013), the most specific first.
 */
public final class Scope3Formulas {
  private Scope3Formulas() {}

  /** In order of preference. */
  public static List<Formula> all() {
    return Stream.of(
            Goods.all(),
            DerivedUpstream.all(),
            FuelEnergy.all(),
            Freight.all(),
            Waste.all(),
            Travel.all(),
            Commuting.all(),
            Leased.all(),
            Processing.all(),
            UseOfSold.all(),
            Investments.all())
        .flatMap(List::stream)
        .toList();
  }
}

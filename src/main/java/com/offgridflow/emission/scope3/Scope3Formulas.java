package com.offgridflow.emission.scope3;

import com.offgridflow.emission.formula.Formula;
import com.offgridflow.emission.formula.Spend;
import com.offgridflow.emission.formula.Worth;
import java.util.List;
import java.util.stream.Stream;

/**
 * The fifteen categories of the GHG Protocol's Scope 3 Standard (2011), each with the methods of
 * its Technical Guidance (2013), the most specific first.
 */
public final class Scope3Formulas {
  private Scope3Formulas() {}

  /**
   * In order of preference.
   *
   * @param worth what money is worth in another currency and year
   */
  public static List<Formula> all(Worth worth) {
    Spend spend = new Spend(worth);
    return Stream.of(
            Goods.all(spend),
            DerivedUpstream.all(),
            FuelEnergy.all(),
            Freight.all(spend),
            Waste.all(),
            Travel.all(spend),
            Commuting.all(),
            Leased.all(),
            Processing.all(),
            UseOfSold.all(),
            Investments.all(spend))
        .flatMap(List::stream)
        .toList();
  }
}

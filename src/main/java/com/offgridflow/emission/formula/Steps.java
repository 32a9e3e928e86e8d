package com.offgridflow.emission.formula;

import com.offgridflow.emission.Step;
import com.offgridflow.factor.Factor;
import com.offgridflow.factor.FuelStep;
import com.offgridflow.factor.GwpSet;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The steps of a chain, and the set that weighted its gases. */
final class Steps {
  private final List<Step> steps = new ArrayList<>();
  private final Ask ask;
  private final GwpSet gwp;
  private String gwpSet = "as-published";

  Steps(Ask ask, GwpSet gwp) {
    this.ask = ask;
    this.gwp = gwp;
  }

  List<Step> all() {
    return steps;
  }

  /** Name of the set of global warming potentials, or what the publisher of a factor says. */
  String gwpSet() {
    return gwpSet;
  }

  /**
   * @param factor id of the factor that the figure is of; empty for one that is computed
   */
  void add(String name, BigDecimal value, String unit, String factor, String why) {
    steps.add(new Step(name, value, unit, factor, why));
  }

  /** A property of a fuel, such as {@code fuel.heating-value.net}. */
  void property(FuelStep step) {
    Factor factor = step.factor();
    String name = factor.kind().replaceFirst("^fuel\\.", "").replace('.', ' ').replace('-', ' ');
    String unit = factor.unit().symbol() + "/" + factor.perUnit().symbol();
    String why = step.divides() ? "divided by; " + step.why() : step.why();
    add(name, factor.value(), unit, factor.id(), why);
  }

  /**
   * An emission factor, gas by gas, and what weighs them.
   *
   * @throws Unplannable when the GWP set lacks one of them
   */
  void factor(String name, Factor factor, String why) {
    String per = "/" + factor.perUnit().symbol();
    String id = factor.id();
    factor.amounts().value().ifPresent(v -> add(name, v, "kg CO2e" + per, id, why));
    factor.amounts().co2().ifPresent(v -> add(name + " CO2", v, "kg" + per, id, why));
    factor.amounts().ch4().ifPresent(v -> add(name + " CH4", v, "kg" + per, id, why));
    factor.amounts().n2o().ifPresent(v -> add(name + " N2O", v, "kg" + per, id, why));
    factor
        .amounts()
        .biogenicCo2()
        .ifPresent(v -> add(name + " biogenic CO2", v, "kg" + per, id, why));
    factor
        .amounts()
        .otherGases()
        .forEach((gas, kg) -> add(name + " " + gas, kg, "kg" + per, id, why));
    if (factor.amounts().perGas()) {
      add("GWP of CH4", gwp.ch4(), "kg CO2e/kg", "", gwp.name() + " GWP100");
      add("GWP of N2O", gwp.n2o(), "kg CO2e/kg", "", gwp.name() + " GWP100");
      weigh(factor.amounts().otherGases().keySet());
    } else if (!factor.gwpSet().isEmpty()) {
      gwpSet = factor.gwpSet();
    }
  }

  /**
   * What weighs these gases.
   *
   * @throws Unplannable when the GWP set lacks one of them
   */
  void weigh(Collection<String> gases) {
    gases.forEach(this::weigh);
    gwpSet = gwp.name();
  }

  private void weigh(String gas) {
    BigDecimal weight =
        gwp.gwp(gas).orElseThrow(() -> new Unplannable(Outcomes.gas(ask.kind(), gas, gwp)));
    add("GWP of " + gas, weight, "kg CO2e/kg", "", gwp.name() + " GWP100");
  }
}

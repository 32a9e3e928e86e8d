package com.offgridflow.emission.formula;

import com.offgridflow.activity.Unit;
import com.offgridflow.emission.Calculation;
import com.offgridflow.emission.Gases;
import com.offgridflow.factor.Amounts;
import com.offgridflow.factor.CloudInstance;
import com.offgridflow.factor.Factor;
import com.offgridflow.factor.FactorChoice;
import com.offgridflow.factor.FactorChoice.Chosen;
import com.offgridflow.factor.FactorChoice.Missing;
import com.offgridflow.factor.FactorLibrary;
import com.offgridflow.factor.FactorQuery;
import com.offgridflow.factor.FuelConversion;
import com.offgridflow.factor.GwpSet;
import com.offgridflow.rate.MoneyConversion;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A chain of factors in the making: each figure taken is noted as a step. */
public final class Chain {
  private final EstimateBasis basis;
  private final FactorLibrary library;
  private final GwpSet gwp;
  private final Ask ask;
  private final Steps steps;
  private final List<String> gaps;
  private final Confidence confidence;

  public Chain(EstimateBasis basis, Ask ask) {
    this(basis, ask, new ArrayList<>());
  }

  private Chain(EstimateBasis basis, Ask ask, List<String> gaps) {
    this.gaps = gaps;
    this.basis = basis;
    this.library = basis.library();
    this.gwp = basis.gwp();
    this.ask = ask;
    this.steps = new Steps(ask, basis.gwp());
    this.confidence = new Confidence(ask);
  }

  /** An empty chain for another component of the same activity. */
  public Chain sibling() {
    return new Chain(basis, ask, gaps);
  }

  /** What this chain and its siblings had to leave out, in words. */
  List<String> gaps() {
    return gaps;
  }

  public EstimateBasis basis() {
    return basis;
  }

  /** Takes a coefficient. */
  public BigDecimal take(String name, String unit, FactorQuery query) {
    return take(name, unit, query, library);
  }

  /** Takes a coefficient from these factors. */
  public BigDecimal take(String name, String unit, FactorQuery query, FactorLibrary from) {
    Chosen chosen = choose(query, from);
    confidence.add(chosen.factor());
    steps.add(name, chosen.factor().value(), unit, chosen.factor().id(), chosen.why());
    return chosen.factor().value();
  }

  /** Takes a figure of an instance type. */
  public BigDecimal take(
      String name, String unit, BigDecimal value, CloudInstance instance, String part) {
    steps.add(name, value, unit, instance.id() + ":" + part, "type " + instance.type());
    return value;
  }

  /**
   * Notes an emission factor that was told with the activity.
   *
   * @param uncertainty the detail that may tell its interval
   */
  BigDecimal told(String name, BigDecimal value, String unit, String uncertainty) {
    confidence.addTold(uncertainty);
    return compute(name, value, unit, "told with the activity");
  }

  /** Notes a figure computed from the ones before. */
  public BigDecimal compute(String name, BigDecimal value, String unit, String how) {
    steps.add(name, value, unit, "", how);
    return value;
  }

  /** The unit of the factor that will be taken. */
  public Unit unitOf(FactorQuery query) {
    return choose(query, library).factor().perUnit();
  }

  /** Takes an emission factor, as gases per one of this unit. */
  public Gases takeGases(String name, FactorQuery query, Unit per, String remark) {
    return takeGases(name, query, per, remark, library);
  }

  /** Takes an emission factor from these factors, as gases per one of this unit. */
  public Gases takeGases(
      String name, FactorQuery query, Unit per, String remark, FactorLibrary from) {
    Chosen chosen = choose(query, from);
    Factor factor = chosen.factor();
    confidence.add(factor);
    steps.factor(name, factor, chosen.why() + remark);
    Gases gases = Gases.of(factor.amounts(), gwp);
    BigDecimal conversion = per.factorTo(factor.perUnit()).orElseThrow();
    return conversion.compareTo(BigDecimal.ONE) == 0 ? gases : gases.times(conversion);
  }

  /**
   * Takes what one of a currency is in a factor's, at the factor's prices. Money that no index
   * could deflate is a gap of the estimate. The formula is to be {@linkplain Formula#daily daily}.
   *
   * @param priceYear the year of the factor's prices, if it has one
   * @throws Unplannable when one of them is no currency or there is no exchange rate
   */
  public BigDecimal takeMoney(Unit from, Unit to, Optional<Integer> priceYear) {
    for (Unit unit : List.of(from, to)) {
      if (!unit.isMoney()) {
        throw new Unplannable(Outcomes.currency(ask.kind(), unit.symbol()));
      }
    }
    MoneyConversion conversion =
        basis.rates().convert(from.symbol(), ask.day(), ask.end(), to.symbol(), priceYear);
    if (conversion instanceof MoneyConversion.Missing missing) {
      throw new Unplannable(Outcomes.noRate(ask.kind(), from, to, missing.message()));
    }
    MoneyConversion.Ready ready = (MoneyConversion.Ready) conversion;
    ready.steps().forEach(step -> compute(step.name(), step.value(), step.unit(), step.why()));
    gaps.addAll(ready.gaps());
    return ready.multiplier();
  }

  /**
   * Takes what converts a fuel from one unit to another: nothing where the units do by themselves,
   * else its density and heating values, each a step.
   *
   * @param places narrow to wide
   * @return one of the unit in the other; empty when the fuel's properties do not lead there
   */
  public Optional<BigDecimal> takeFuel(String fuel, Unit from, Unit to, List<String> places) {
    FuelConversion.Result result =
        new FuelConversion(library).convert(fuel, from, to, ask.day(), places);
    if (!(result instanceof FuelConversion.Result.Converted converted)) {
      return Optional.empty();
    }
    converted.steps().forEach(steps::property);
    return Optional.of(converted.multiplier());
  }

  /**
   * Takes the gases that one kg of a gas or blend is.
   *
   * @throws Unplannable when the GWP set lacks one of them
   */
  public Gases takeGas(String name, Amounts perKg) {
    perKg
        .otherGases()
        .forEach((gas, kg) -> compute(name + " " + gas, kg, "kg/kg", "what a kg of it is"));
    steps.weigh(perKg.otherGases().keySet());
    return Gases.of(perKg, gwp);
  }

  private Chosen choose(FactorQuery query, FactorLibrary from) {
    FactorChoice choice = from.choose(query);
    if (choice instanceof Missing missing) {
      throw new Unplannable(Outcomes.missing(ask.kind(), missing));
    }
    return (Chosen) choice;
  }

  public Calculation calculation(String formula) {
    return new Calculation(formula, steps.all());
  }

  /** A component of which this chain is the derivation. */
  public LinearEmission emission(
      String component, Gases perUnit, Optional<BigDecimal> kwhPerUnit, String formula) {
    return new LinearEmission(
        component,
        perUnit,
        kwhPerUnit,
        steps.gwpSet(),
        confidence.uncertainty(),
        Optional.of(confidence.dataQuality()),
        calculation(formula));
  }
}

package com.offgridflow.emission.scope2;

import com.offgridflow.activity.Activity;
import com.offgridflow.activity.Quantity;
import com.offgridflow.activity.Unit;
import com.offgridflow.emission.Calculation;
import com.offgridflow.emission.Derivation;
import com.offgridflow.emission.Emission;
import com.offgridflow.emission.EmissionCalculator;
import com.offgridflow.emission.Gases;
import com.offgridflow.emission.Outcome;
import com.offgridflow.emission.Outcome.Estimated;
import com.offgridflow.emission.Outcome.Withheld;
import com.offgridflow.emission.Scope;
import com.offgridflow.emission.Step;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Market-based emissions of an activity once it is known what covers it: one emission for each
 * instrument, and one for what none covers.
 */
public final class MarketBased {
  private static final Unit KWH = Unit.named("kWh");
  private static final String FORMULA = "kg = kWh covered × rate of the instrument";

  private final EmissionCalculator calculator;
  private final Map<String, Calculation> calculations = new ConcurrentHashMap<>();

  /**
   * @param calculator what answers for energy that no instrument covers
   */
  public MarketBased(EmissionCalculator calculator) {
    this.calculator = calculator;
  }

  /**
   * The emissions by this method only; withheld when an instrument that would cover the activity is
   * under review.
   *
   * @param cover how the activity's energy is covered, all of it
   */
  public Outcome estimate(Activity activity, Cover cover) {
    if (!cover.objections().isEmpty()) {
      return withheld(activity, cover.objections());
    }
    List<Emission> emissions = new ArrayList<>();
    cover.shares().forEach(share -> emissions.add(covered(activity, share)));
    if (cover.rest().signum() == 0 && !emissions.isEmpty()) {
      return new Estimated(emissions, List.of());
    }
    Outcome rest = calculator.estimate(ofKwh(activity, cover.rest()));
    if (!(rest instanceof Estimated estimated)) {
      return rest;
    }
    estimated.emissions().stream()
        .filter(emission -> emission.method().equals(Scope2Formulas.MARKET))
        .map(emission -> asOf(activity, emission))
        .forEach(emissions::add);
    return new Estimated(emissions, List.of());
  }

  private static Withheld withheld(Activity activity, List<Objection> objections) {
    Objection first = objections.get(0);
    String all = objections.stream().map(Objection::message).collect(Collectors.joining("; "));
    return new Withheld(activity.kind(), first.field(), first.value(), all);
  }

  private Emission covered(Activity activity, Share share) {
    Instrument instrument = share.instrument();
    Gases gases = perKwh(instrument.rate()).times(share.kwh());
    Quantity covered = new Quantity(share.kwh(), KWH);
    Optional<BigDecimal> kwh = Optional.of(share.kwh());
    return new Emission(
        EnergyComponents.INSTRUMENT + instrument.id(),
        Scope.SCOPE_2,
        Optional.empty(),
        Scope2Formulas.MARKET,
        Scope2Formulas.INSTRUMENT,
        true,
        gases,
        kwh,
        "as-published",
        Optional.empty(),
        Optional.empty(),
        "",
        new Derivation(
            calculations.computeIfAbsent(instrument.id(), id -> calculation(instrument)),
            activity.quantity(),
            covered,
            kwh,
            gases.co2e()));
  }

  private static Gases perKwh(Rate rate) {
    return new Gases(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        rate.kgBiogenicCo2PerKwh().signum() == 0
            ? Optional.empty()
            : Optional.of(rate.kgBiogenicCo2PerKwh()),
        Map.of(),
        rate.kgCo2ePerKwh());
  }

  private static Calculation calculation(Instrument i) {
    String why =
        "%s '%s': %s, generated %s, for use %s"
            .formatted(i.type().code(), i.id(), i.technology().code(), i.generated(), i.use());
    List<Step> steps = new ArrayList<>();
    steps.add(new Step("instrument's rate", i.rate().kgCo2ePerKwh(), "kg CO2e/kWh", "", why));
    if (i.rate().kgBiogenicCo2PerKwh().signum() != 0) {
      steps.add(
          new Step("instrument's biogenic CO2", i.rate().kgBiogenicCo2PerKwh(), "kg/kWh", "", why));
    }
    return new Calculation(FORMULA, steps);
  }

  private static Activity ofKwh(Activity a, BigDecimal kwh) {
    return new Activity(
        a.recordKey(),
        a.kind(),
        a.subject(),
        new Quantity(kwh, KWH),
        a.period(),
        a.place(),
        a.account(),
        a.service(),
        a.cost(),
        a.evidence(),
        a.details());
  }

  /** The same emission, its derivation beginning with the quantity as it was recorded. */
  private static Emission asOf(Activity activity, Emission e) {
    Derivation of = e.derivation();
    Derivation derivation =
        new Derivation(
            of.calculation(), activity.quantity(), of.converted(), of.energyKwh(), of.kgCo2e());
    return new Emission(
        e.component(),
        e.scope(),
        e.category(),
        e.method(),
        e.formula(),
        e.counted(),
        e.gases(),
        e.energyKwh(),
        e.gwpSet(),
        e.uncertainty(),
        e.dataQuality(),
        e.profile(),
        derivation);
  }
}

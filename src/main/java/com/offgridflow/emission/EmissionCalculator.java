package com.offgridflow.emission;

import com.offgridflow.activity.Activity;
import com.offgridflow.activity.ActivityKind;
import com.offgridflow.activity.Place;
import com.offgridflow.activity.Unit;
import com.offgridflow.emission.cloud.CloudFormulas;
import com.offgridflow.emission.formula.Ask;
import com.offgridflow.emission.formula.EstimateBasis;
import com.offgridflow.emission.formula.Formula;
import com.offgridflow.emission.formula.Formulas;
import com.offgridflow.emission.formula.Plan;
import com.offgridflow.emission.formula.Worth;
import com.offgridflow.emission.profile.Methodology;
import com.offgridflow.emission.scope1.Scope1Formulas;
import com.offgridflow.emission.scope2.Scope2Formulas;
import com.offgridflow.emission.scope3.Scope3Formulas;
import com.offgridflow.factor.FactorLibrary;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Estimates emissions of activities. Safe for use by many threads; formulas and factors are chosen
 * once for all that decides them, and kept.
 */
public final class EmissionCalculator {
  /** Beyond this many kept plans all are forgotten, so that odd input cannot fill the memory. */
  private static final int MAX_PLANS = 50_000;

  private final EstimateBasis basis;
  private final FactorLibrary library;
  private final Formulas formulas;
  private final Map<Methodology, EmissionCalculator> others;
  private final Map<Key, Plan> plans = new ConcurrentHashMap<>();

  /**
   * @param era turn of the factors, as {@link FactorLibrary#era} counts them
   * @param day where figures change from day to day, else null
   * @param end likewise, the day after the last one
   */
  private record Key(
      ActivityKind kind,
      String subject,
      Place place,
      Unit unit,
      String currency,
      Map<String, String> details,
      int era,
      LocalDate day,
      LocalDate end) {}

  /** With the hub's own order of methods, and the profile of the basis. */
  public EmissionCalculator(EstimateBasis basis) {
    this(
        basis,
        new Methodology(basis.profile(), Methodology.CURRENT.order()),
        new ConcurrentHashMap<>());
  }

  private EmissionCalculator(
      EstimateBasis basis, Methodology methodology, Map<Methodology, EmissionCalculator> others) {
    this.basis = basis;
    this.library = basis.library();
    this.formulas = new Formulas(basis, methodology, formulas());
    this.others = others;
    others.put(methodology, this);
  }

  /** The calculator of this methodology for cloud use, over the same factors. */
  public EmissionCalculator with(Methodology methodology) {
    EmissionCalculator other = others.get(methodology);
    return other == null ? new EmissionCalculator(basis, methodology, others) : other;
  }

  /** What its estimates rest on. */
  public EstimateBasis basis() {
    return basis;
  }

  /** Every formula of the hub, in order of preference. */
  public static List<Formula> formulas() {
    return Stream.of(
            Scope1Formulas.all(),
            Scope2Formulas.all(),
            Scope3Formulas.all(Worth.KNOWN),
            CloudFormulas.all())
        .flatMap(List::stream)
        .toList();
  }

  /**
   * Linear in the quantity: nothing emits nothing, and a negative quantity (a correction on a bill)
   * takes back what it corrects. Factors are those of the day at the site on which the activity
   * starts; in UTC where no zone is known.
   */
  public Outcome estimate(Activity activity) {
    return plan(Ask.of(activity)).apply(activity);
  }

  private Plan plan(Ask ask) {
    Key key = key(ask);
    Plan kept = plans.get(key);
    if (kept != null) {
      return kept;
    }
    if (plans.size() >= MAX_PLANS) {
      plans.clear();
    }
    return plans.computeIfAbsent(key, unused -> formulas.plan(ask));
  }

  private Key key(Ask ask) {
    boolean daily = formulas.daily(ask.kind());
    return new Key(
        ask.kind(),
        ask.subject(),
        ask.place(),
        ask.unit(),
        ask.currency(),
        ask.details(),
        library.era(ask.day()),
        daily ? ask.day() : null,
        daily ? ask.end() : null);
  }
}

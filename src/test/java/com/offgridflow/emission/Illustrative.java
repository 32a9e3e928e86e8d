package com.offgridflow.emission;

import com.offgridflow.activity.Unit;
import com.offgridflow.emission.Outcome.Estimated;
import com.offgridflow.emission.formula.EstimateBasis;
import com.offgridflow.factor.Amounts;
import com.offgridflow.factor.Factor;
import com.offgridflow.factor.FactorLibrary;
import com.offgridflow.factor.ShippedFactors;
import com.offgridflow.factor.Source;
import com.offgridflow.factor.Uncertainty;
import com.offgridflow.factor.Validity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Factors that a publication makes up for its example, and what comes of activities by them. */
public final class Illustrative {
  private final List<Factor> factors = new ArrayList<>();
  private Optional<Uncertainty> uncertainty = Optional.empty();

  /** One value in kg CO2e, or in what a coefficient counts. */
  public Illustrative factor(String kind, String subject, String place, String per, String value) {
    return add(kind, subject, place, per, "kg CO2e", Amounts.of(new BigDecimal(value)));
  }

  public Illustrative world(String kind, String subject, String per, String value) {
    return factor(kind, subject, "world", per, value);
  }

  /** For the factors that follow. */
  public Illustrative within(String interval) {
    uncertainty = Optional.of(Uncertainty.parse(interval));
    return this;
  }

  private Illustrative add(
      String kind, String subject, String place, String per, String unit, Amounts amounts) {
    String id = "example:" + kind + ":" + subject + ":" + place + ":" + per;
    Validity year =
        new Validity(Optional.of(LocalDate.of(2024, 1, 1)), Optional.of(LocalDate.of(2025, 1, 1)));
    factors.add(
        new Factor(
            id,
            kind,
            subject,
            place,
            year,
            Unit.named(per),
            Unit.named(unit),
            amounts,
            uncertainty,
            Optional.empty(),
            "",
            new Source("example", "2024", "table", "row", "fact"),
            ""));
    return this;
  }

  /** With nothing but these factors, gases weighted by AR5. */
  public EmissionCalculator calculator() {
    return calculator("AR5", List.of());
  }

  /** With these factors beside those that come with the hub. */
  public EmissionCalculator besideShipped(String gwpSet) {
    return calculator(gwpSet, ShippedFactors.tables());
  }

  private EmissionCalculator calculator(String gwpSet, List<Factor> others) {
    List<Factor> all = Stream.concat(others.stream(), factors.stream()).toList();
    return new EmissionCalculator(
        new EstimateBasis(
            new FactorLibrary(all),
            ShippedFactors.instances(),
            ShippedFactors.gridZones(),
            ShippedFactors.gwp(gwpSet),
            EstimateBasis.HUB_PROFILE));
  }

  /** kg CO2e of the emissions that count, of all these activities. */
  public BigDecimal kg(Booked... booked) {
    return kg(calculator(), booked);
  }

  public static BigDecimal kg(EmissionCalculator calculator, Booked... booked) {
    return Stream.of(booked)
        .flatMap(one -> counted(calculator, one).stream())
        .map(Emission::kgCo2e)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  public static List<Emission> counted(EmissionCalculator calculator, Booked one) {
    return emissions(calculator, one).stream().filter(Emission::counted).toList();
  }

  public static List<Emission> emissions(EmissionCalculator calculator, Booked one) {
    Outcome outcome = calculator.estimate(one.activity());
    if (outcome instanceof Estimated estimated) {
      return estimated.emissions();
    }
    throw new AssertionError(outcome.code() + ": " + outcome.message());
  }
}

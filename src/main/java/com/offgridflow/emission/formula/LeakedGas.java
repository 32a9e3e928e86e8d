package com.offgridflow.emission.formula;

import com.offgridflow.activity.Unit;
import com.offgridflow.emission.Gases;
import com.offgridflow.emission.Outcome.InvalidInput;
import com.offgridflow.factor.Amounts;
import com.offgridflow.factor.Refrigerant;
import com.offgridflow.factor.Refrigerants;
import com.offgridflow.factor.ShippedFactors;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Gases that leak as they are: one kg of a refrigerant is so many kg of each gas. */
public final class LeakedGas {
  private static final Unit KG = Unit.named("kg");
  private static final Refrigerants KNOWN = ShippedFactors.refrigerants();

  private LeakedGas() {}

  /** Whether the subject is a gas or blend, however it is written. */
  public static boolean knows(String subject) {
    return KNOWN.find(subject).isPresent();
  }

  /**
   * What a kg of the subject is.
   *
   * @throws Unplannable when nobody knows the gas, or the GWP set lacks it
   */
  public static Taken need(Case one, String subject) {
    Refrigerant known =
        KNOWN.find(subject).orElseThrow(() -> new Unplannable(unknown(one, subject)));
    return new Taken(
        KG,
        known.gases().isEmpty()
            ? Gases.ofCo2e(BigDecimal.ZERO)
            : one.chain().takeGas(known.name(), amounts(known.gases())));
  }

  private static InvalidInput unknown(Case one, String subject) {
    String like = String.join(", ", KNOWN.like(subject));
    return Outcomes.invalid(
        one.ask().kind(),
        "subject",
        subject,
        "a gas or blend such as " + (like.isEmpty() ? "R-410A, HFC-134a, SF6" : like));
  }

  /** CO2, CH4 and N2O stand in fields of their own. */
  private static Amounts amounts(Map<String, BigDecimal> gases) {
    Map<String, BigDecimal> others = new TreeMap<>(gases);
    return new Amounts(
        Optional.empty(),
        Optional.ofNullable(others.remove("CO2")),
        Optional.ofNullable(others.remove("CH4")),
        Optional.ofNullable(others.remove("N2O")),
        Optional.empty(),
        others);
  }
}

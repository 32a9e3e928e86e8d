package com.offgridflow.emission.formula;

import com.offgridflow.activity.Unit;
import com.offgridflow.emission.Gases;
import com.offgridflow.factor.Amounts;
import com.offgridflow.factor.GwpSet;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Gases that leak as they are: one kg of the subject is so many kg of each gas. A subject is the
 * name of a gas in {@code gwp100.csv} ({@code SF6}, {@code HFC-134a}), in any case, its ASHRAE
 * number ({@code R-134a}), or a blend ({@code R-410A}).
 */
public final class LeakedGas {
  private static final Unit KG = Unit.named("kg");

  private LeakedGas() {}

  /** What a kg of the subject is, if it is a gas or blend. */
  public static Optional<Taken> find(Case one, String subject) {
    Optional<Map<String, BigDecimal>> gases = composition(one.chain().basis().gwp(), subject);
    return gases.map(g -> new Taken(KG, weighed(one, g)));
  }

  /**
   * What a kg of the subject is.
   *
   * @throws Unplannable when nobody knows the gas
   */
  public static Taken need(Case one) {
    return find(one, one.subject())
        .orElseThrow(
            () ->
                new Unplannable(
                    Outcomes.gas(one.ask().kind(), one.subject(), one.chain().basis().gwp())));
  }

  private static Gases weighed(Case one, Map<String, BigDecimal> gases) {
    Amounts amounts =
        new Amounts(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            gases);
    return one.chain().takeGas(one.subject(), amounts);
  }

  private static Optional<Map<String, BigDecimal>> composition(GwpSet gwp, String subject) {
    return gas(gwp, subject)
        .map(gas -> Optional.of(Map.of(gas, BigDecimal.ONE)))
        .orElseGet(() -> RefrigerantBlends.of(subject));
  }

  private static Optional<String> gas(GwpSet gwp, String subject) {
    String name = subject.toUpperCase(Locale.ROOT);
    String ofNumber = name.startsWith("R-") ? "HFC" + name.substring(1) : name;
    return gwp.gwps().keySet().stream()
        .filter(gas -> gas.toUpperCase(Locale.ROOT).equals(ofNumber))
        .findFirst();
  }
}

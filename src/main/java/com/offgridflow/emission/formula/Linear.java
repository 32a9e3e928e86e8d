package com.offgridflow.emission.formula;

import com.offgridflow.activity.Activity;
import com.offgridflow.activity.Money;
import com.offgridflow.activity.Quantity;
import com.offgridflow.activity.Unit;
import com.offgridflow.emission.Decimals;
import java.math.BigDecimal;
import java.util.List;

/**
 * What a formula makes of every activity that is alike in all but amount.
 *
 * @param amount what it multiplies
 * @param unit the unit of the formula
 * @param conversion one of the activity's unit in the formula's
 * @param components what it gives per unit
 * @param gaps what it leaves out, in words
 */
public record Linear(
    Amount amount,
    Unit unit,
    BigDecimal conversion,
    List<LinearEmission> components,
    List<String> gaps) {

  /** What of an activity a formula multiplies. */
  public enum Amount {
    QUANTITY,
    COST
  }

  public Linear {
    components = List.copyOf(components);
    gaps = List.copyOf(gaps);
  }

  /**
   * By quantity, in this unit.
   *
   * @throws Unplannable when the activity's unit does not convert to it
   */
  public static Linear of(Ask ask, Unit unit, List<LinearEmission> components, List<String> gaps) {
    BigDecimal conversion =
        ask.unit()
            .factorTo(unit)
            .orElseThrow(
                () -> new Unplannable(Outcomes.unit(ask.kind(), ask.unit(), List.of(unit))));
    return new Linear(Amount.QUANTITY, unit, conversion, components, gaps);
  }

  /** By quantity, without gaps. */
  public static Linear of(Ask ask, Unit unit, LinearEmission... components) {
    return of(ask, unit, List.of(components), List.of());
  }

  /** By cost, per one of the currency that it was paid in. */
  public static Linear ofCost(Unit currency, LinearEmission... components) {
    return new Linear(Amount.COST, currency, BigDecimal.ONE, List.of(components), List.of());
  }

  /** The amount as the activity has it. */
  Quantity recorded(Activity activity) {
    if (amount == Amount.QUANTITY) {
      return activity.quantity();
    }
    Money cost = activity.cost().orElseThrow();
    return new Quantity(cost.amount(), Unit.named(cost.currency()));
  }

  /**
   * The same in the formula's unit. Even in the same unit a conversion may apply: a way to work is
   * travelled there and back, on many days.
   */
  Quantity converted(Quantity recorded) {
    return recorded.unit().equals(unit) && conversion.compareTo(BigDecimal.ONE) == 0
        ? recorded
        : new Quantity(Decimals.times(recorded.amount(), conversion), unit);
  }
}

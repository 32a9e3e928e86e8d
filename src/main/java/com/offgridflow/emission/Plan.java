package com.offgridflow.emission;

import com.offgridflow.activity.Quantity;
import com.offgridflow.activity.Unit;
import com.offgridflow.emission.Outcome.Estimated;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What to do with every quantity of activities that are alike in all else. */
sealed interface Plan {
  Outcome apply(Quantity quantity);

  /**
   * A plan in this unit.
   *
   * @throws Unplannable when the activity's unit does not convert to it
   */
  static Plan of(Ask ask, Unit unit, List<LinearEmission> components, List<String> gaps) {
    BigDecimal conversion =
        ask.unit()
            .factorTo(unit)
            .orElseThrow(
                () -> new Unplannable(Outcomes.unit(ask.kind(), ask.unit(), List.of(unit))));
    return new Linear(unit, conversion, List.copyOf(components), gaps);
  }

  /** A plan of one component without gaps. */
  static Plan of(Ask ask, Unit unit, LinearEmission component) {
    return of(ask, unit, List.of(component), List.of());
  }

  /** The same outcome whatever the quantity. */
  record Fixed(Outcome outcome) implements Plan {
    @Override
    public Outcome apply(Quantity quantity) {
      return outcome;
    }
  }

  /** Converts, then multiplies. */
  record Linear(
      Unit unit, BigDecimal conversion, List<LinearEmission> components, List<String> gaps)
      implements Plan {

    @Override
    public Outcome apply(Quantity quantity) {
      Quantity converted =
          quantity.unit().equals(unit)
              ? quantity
              : new Quantity(Decimals.times(quantity.amount(), conversion), unit);
      List<Emission> emissions = new ArrayList<>(components.size());
      for (LinearEmission component : components) {
        emissions.add(component.of(quantity, converted));
      }
      return new Estimated(Collections.unmodifiableList(emissions), gaps);
    }
  }
}

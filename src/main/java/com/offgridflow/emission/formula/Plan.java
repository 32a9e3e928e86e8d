package com.offgridflow.emission.formula;

import com.offgridflow.activity.Activity;
import com.offgridflow.activity.Quantity;
import com.offgridflow.emission.Decimals;
import com.offgridflow.emission.Derivation;
import com.offgridflow.emission.Emission;
import com.offgridflow.emission.Gases;
import com.offgridflow.emission.Outcome;
import com.offgridflow.emission.Outcome.Estimated;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** What to do with every activity that is alike in all but quantity and cost. */
public sealed interface Plan {
  Outcome apply(Activity activity);

  /** The same outcome whatever the quantity. */
  record Fixed(Outcome outcome) implements Plan {
    @Override
    public Outcome apply(Activity activity) {
      return outcome;
    }
  }

  /**
   * A formula that answers.
   *
   * @param formula which
   * @param category of Scope 3
   * @param counted whether it is the one of its series that totals include
   * @param profile methodology profile, empty for what has none
   * @param linear what it gives
   */
  record Answer(
      Formula formula, Optional<Integer> category, boolean counted, String profile, Linear linear) {

    private void addTo(List<Emission> emissions, Activity activity) {
      Quantity recorded = linear.recorded(activity);
      Quantity converted = linear.converted(recorded);
      for (LinearEmission component : linear.components()) {
        emissions.add(emission(component, recorded, converted));
      }
    }

    private Emission emission(LinearEmission part, Quantity recorded, Quantity converted) {
      Gases gases = part.perUnit().times(converted.amount());
      Optional<BigDecimal> kwh =
          part.kwhPerUnit().map(perUnit -> Decimals.times(perUnit, converted.amount()));
      return new Emission(
          part.component(),
          formula.scope(),
          category,
          formula.method(),
          formula.code(),
          counted,
          gases,
          kwh,
          part.gwpSet(),
          part.uncertainty(),
          part.dataQuality(),
          profile,
          new Derivation(part.calculation(), recorded, converted, kwh, gases.co2e()));
    }
  }

  /** Converts, then multiplies, by each formula that answers. */
  record Answers(List<Answer> answers, List<String> gaps) implements Plan {
    @Override
    public Outcome apply(Activity activity) {
      List<Emission> emissions = new ArrayList<>(4);
      for (Answer answer : answers) {
        answer.addTo(emissions, activity);
      }
      return new Estimated(Collections.unmodifiableList(emissions), gaps);
    }
  }
}

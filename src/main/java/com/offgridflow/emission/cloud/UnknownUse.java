package com.offgridflow.emission.cloud;

import com.offgridflow.activity.Unit;
import com.offgridflow.emission.Decimals;
import com.offgridflow.emission.formula.Ask;
import com.offgridflow.emission.formula.Linear;
import com.offgridflow.emission.formula.LinearEmission;
import com.offgridflow.emission.formula.Outcomes;
import com.offgridflow.emission.formula.Unplannable;
import com.offgridflow.emission.profile.Cause;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Use that no list knows: as much energy per cost (AWS) or per amount (others) as the known use of
 * the same service and unit took. What that was comes in the details {@code known_kwh} and {@code
 * known_cost} (in the activity's currency) or {@code known_amount} (in its unit).
 */
final class UnknownUse {
  static final String KWH = "known_kwh";
  static final String COST = "known_cost";
  static final String AMOUNT = "known_amount";

  private UnknownUse() {}

  /** Empty where nothing is told of the known use. */
  static Optional<Linear> plan(CloudUse use) {
    Ask ask = use.ask();
    boolean byCost = use.part(Cause.USAGE).says("per-cost", ask.provider());
    String known = byCost ? COST : AMOUNT;
    if (!ask.details().containsKey(KWH) || !ask.details().containsKey(known)) {
      return Optional.empty();
    }
    LinearEmission emission = emission(use, known);
    if (!byCost) {
      return Optional.of(
          new Linear(
              Linear.Amount.QUANTITY, ask.unit(), BigDecimal.ONE, List.of(emission), List.of()));
    }
    return ask.currency().isEmpty()
        ? Optional.empty()
        : Optional.of(Linear.ofCost(Unit.named(ask.currency()), emission));
  }

  private static LinearEmission emission(CloudUse use, String known) {
    BigDecimal kwh = number(use, KWH);
    BigDecimal base = number(use, known);
    if (base.signum() <= 0) {
      throw new Unplannable(
          Outcomes.invalid(
              use.ask().kind(), known, base.toPlainString(), "more than 0, to divide by"));
    }
    use.chain().compute("kWh of the known use", kwh, "kWh", "told with the activity");
    use.chain().compute("cost or amount of the known use", base, "1", "told with the activity");
    BigDecimal each =
        use.chain().compute("kWh per cost or amount", Decimals.over(kwh, base), "kWh", "quotient");
    return use.ofEnergy(each, "kWh = cost or amount × kWh of the known use ÷ its cost or amount");
  }

  private static BigDecimal number(CloudUse use, String detail) {
    String text = use.ask().details().get(detail);
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      String wanted = "a decimal number such as 12.5";
      throw new Unplannable(Outcomes.invalid(use.ask().kind(), detail, text, wanted));
    }
  }
}

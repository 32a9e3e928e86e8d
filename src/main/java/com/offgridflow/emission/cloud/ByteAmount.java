package com.offgridflow.emission.cloud;

import com.offgridflow.activity.Unit;
import com.offgridflow.emission.formula.Linear;
import com.offgridflow.emission.formula.LinearEmission;
import com.offgridflow.emission.formula.Outcomes;
import com.offgridflow.emission.formula.Unplannable;
import com.offgridflow.emission.profile.BytePrefix;
import com.offgridflow.emission.profile.Cause;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * An amount of bytes, as the coefficient that it meets counts them. A month has 730 h, or, where
 * the profile follows the calendar, 24 h for each of its days.
 *
 * @param unit the coefficient's, as the profile reads it
 * @param conversion one of the activity's unit in it
 */
record ByteAmount(Unit unit, BigDecimal conversion) {
  private static final String PER_MONTH = "-month";

  /**
   * The activity's own unit.
   *
   * @param use one of {@link BytePrefix#USES}
   * @param coefficient the unit that the coefficient is written for
   * @throws Unplannable when the activity's unit is none of bytes
   */
  static ByteAmount of(CloudUse cloud, String use, Unit coefficient) {
    String symbol = cloud.ask().unit().symbol();
    if (symbol.endsWith(PER_MONTH) && cloud.part(Cause.MONTH).says("hours", "calendar")) {
      Unit held = Unit.named(symbol.substring(0, symbol.length() - PER_MONTH.length()) + "-h");
      BigDecimal hours = BigDecimal.valueOf(24L * cloud.ask().day().lengthOfMonth());
      return of(cloud, use, held, coefficient).times(hours);
    }
    return of(cloud, use, cloud.ask().unit(), coefficient);
  }

  /** Of another unit than the activity's. */
  static ByteAmount of(CloudUse cloud, String use, Unit from, Unit coefficient) {
    BytePrefix prefix = cloud.profile().bytes(use);
    BigDecimal each =
        prefix
            .factor(from, coefficient)
            .orElseThrow(
                () ->
                    new Unplannable(
                        Outcomes.unit(
                            cloud.ask().kind(), cloud.ask().unit(), List.of(coefficient))));
    Optional<BigDecimal> plain = from.factorTo(coefficient);
    if (plain.isEmpty() || plain.get().compareTo(each) != 0) {
      String name = coefficient.symbol() + " of a " + from.symbol();
      cloud.chain().compute(name, each, "1", prefix.meaning());
    }
    return new ByteAmount(prefix.read(coefficient), each);
  }

  ByteAmount times(BigDecimal factor) {
    return new ByteAmount(unit, conversion.multiply(factor));
  }

  Optional<Linear> linear(LinearEmission emission) {
    return Optional.of(
        new Linear(Linear.Amount.QUANTITY, unit, conversion, List.of(emission), List.of()));
  }
}

package com.offgridflow.activity;

import java.math.BigDecimal;
import java.time.YearMonth;

/**
 * A unit as a cloud provider bills in it, and what it stands for.
 *
 * @param provider {@code aws}, {@code azure} or {@code gcp}
 * @param name as it stands on the bill
 * @param block how many it counts by: 100 for {@code 100 Hours}
 * @param measure what one of the block is; for a unit per month what is held through it
 * @param bytes whether a byte prefix in the name is decimal or binary
 * @param month which month a unit per month means
 * @param source where the provider says so
 */
public record BilledUnit(
    String provider,
    String name,
    BigDecimal block,
    Unit measure,
    Bytes bytes,
    Month month,
    String source) {

  /** What a byte prefix multiplies by. */
  public enum Bytes {
    /** The name has no bytes. */
    NONE("no bytes"),
    /** Powers of 1000. */
    DECIMAL("decimal"),
    /** Powers of 1024, whatever the name says. */
    BINARY("binary");

    private final String text;

    Bytes(String text) {
      this.text = text;
    }

    @Override
    public String toString() {
      return text;
    }
  }

  /** How long a month is. */
  public enum Month {
    /** The name has no month. */
    NONE("no month"),
    /** As long as the month that is billed: 672 to 744 h. */
    ACTUAL("the month's own: 672, 696, 720 or 744 h");

    private final String text;

    Month(String text) {
      this.text = text;
    }

    @Override
    public String toString() {
      return text;
    }
  }

  /**
   * What an amount on the bill of a month stands for, in {@link #measure}, or for a unit per month
   * in its measure times hours.
   */
  public Quantity quantity(BigDecimal billed, YearMonth of) {
    BigDecimal amount = billed.multiply(block);
    if (month == Month.NONE) {
      return new Quantity(amount, measure);
    }
    BigDecimal hours = BigDecimal.valueOf(24L * of.lengthOfMonth());
    return new Quantity(amount.multiply(hours), Unit.named(measure.symbol() + "-h"));
  }
}

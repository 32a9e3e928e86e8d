package com.offgridflow.emission.formula;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The details told with an activity, read as what a formula needs. What is told badly ends the plan
 * with a message that names the detail, its value and what would have worked.
 */
public final class Given {
  private static final String FIELD = "details.";

  private final Chain chain;
  private final Ask ask;

  public Given(Chain chain, Ask ask) {
    this.chain = chain;
    this.ask = ask;
  }

  /** Whether all of these details are told. */
  public boolean has(String... names) {
    for (String name : names) {
      if (text(name).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  public Optional<String> text(String name) {
    return Optional.ofNullable(ask.details().get(name)).filter(text -> !text.isBlank());
  }

  /**
   * One of a few words.
   *
   * @throws Unplannable when it is none of them
   */
  public String word(String name, Collection<String> allowed) {
    String told = text(name).orElse("");
    if (!allowed.contains(told)) {
      throw wrong(name, "one of " + String.join(", ", new TreeSet<>(allowed)));
    }
    return told;
  }

  /**
   * A number of at least 0, noted in the derivation.
   *
   * @param unit its unit, for derivation and message
   * @throws Unplannable when it is absent, no number or negative
   */
  public BigDecimal number(String name, String unit) {
    return note(name, read(name, unit), unit);
  }

  /** As {@link #number}, without noting it. */
  BigDecimal read(String name, String unit) {
    return parsed(name, "a number of at least 0 in " + unit);
  }

  /** As {@link #number}, but empty when not told. */
  public Optional<BigDecimal> optional(String name, String unit) {
    return has(name) ? Optional.of(number(name, unit)) : Optional.empty();
  }

  /** As {@link #number}, but above 0: something is divided by it. */
  public BigDecimal divisor(String name, String unit) {
    String wanted = "a number above 0 in " + unit;
    BigDecimal told = parsed(name, wanted);
    if (told.signum() == 0) {
      throw wrong(name, wanted);
    }
    return note(name, told, unit);
  }

  /** A share from 0 to 1. */
  public BigDecimal share(String name) {
    String wanted = "a share from 0 to 1";
    BigDecimal told = parsed(name, wanted);
    if (told.compareTo(BigDecimal.ONE) > 0) {
      throw wrong(name, wanted);
    }
    return note(name, told, "1");
  }

  /** A share from 0 to 1, or all of it when not told. */
  public BigDecimal shareOrAll(String name) {
    return has(name) ? share(name) : BigDecimal.ONE;
  }

  private BigDecimal parsed(String name, String wanted) {
    try {
      BigDecimal told = new BigDecimal(text(name).orElse(""));
      if (told.signum() >= 0) {
        return told;
      }
    } catch (NumberFormatException e) {
      throw wrong(name, wanted);
    }
    throw wrong(name, wanted);
  }

  private BigDecimal note(String name, BigDecimal value, String unit) {
    return chain.compute(name.replace('_', ' '), value, unit, "told with the activity");
  }

  private Unplannable wrong(String name, String wanted) {
    String told = ask.details().getOrDefault(name, "");
    return new Unplannable(Outcomes.invalid(ask.kind(), FIELD + name, told, wanted));
  }
}

package com.offgridflow.emission.compare;

import com.offgridflow.emission.profile.Cause;
import java.util.EnumMap;
import java.util.Map;

/**
 * Figures under two profiles and what makes their difference: {@code second = first + Σ causes},
 * exactly.
 */
public final class ComparedRow {
  private long activities;
  private long missingInFirst;
  private long missingInSecond;
  private Figures first = Figures.NONE;
  private Figures second = Figures.NONE;
  private final Map<Cause, Figures> causes = new EnumMap<>(Cause.class);

  /** How many activities it is about. */
  public long activities() {
    return activities;
  }

  /** How many of them the first profile does not estimate. */
  public long missingInFirst() {
    return missingInFirst;
  }

  /** How many of them the second profile does not estimate. */
  public long missingInSecond() {
    return missingInSecond;
  }

  public Figures first() {
    return first;
  }

  public Figures second() {
    return second;
  }

  /** What a cause adds; nothing where it makes no difference. */
  public Figures of(Cause cause) {
    return causes.getOrDefault(cause, Figures.NONE);
  }

  void count(boolean inFirst, boolean inSecond) {
    activities++;
    missingInFirst += inFirst ? 0 : 1;
    missingInSecond += inSecond ? 0 : 1;
  }

  void start(Figures figures) {
    first = first.plus(figures);
  }

  void step(Cause cause, Figures difference) {
    causes.merge(cause, difference, Figures::plus);
  }

  void end(Figures figures) {
    second = second.plus(figures);
  }

  void add(ComparedRow other) {
    activities += other.activities;
    missingInFirst += other.missingInFirst;
    missingInSecond += other.missingInSecond;
    first = first.plus(other.first);
    second = second.plus(other.second);
    other.causes.forEach(this::step);
  }
}

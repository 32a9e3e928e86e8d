package com.offgridflow.calendar;

/**
 * Two bills of one meter that cover the same day, of which only one can be right.
 *
 * @param refused the one that came later
 * @param standing the one that was there
 */
public record Overlap(Bill refused, Bill standing) {

  /** What is wrong, both rows named. */
  public String message() {
    Days common = refused.days().and(standing.days()).orElse(refused.days());
    return "%s has two bills for %s: %s covers %s and %s covers %s"
        .formatted(
            refused.meter(),
            common,
            refused.row(),
            refused.days(),
            standing.row(),
            standing.days());
  }

  /** What would have worked. */
  public String mitigation() {
    return "a period that begins on %s or later; or one of the two must go; or a credit over exactly "
            .formatted(standing.days().end())
        + "%s of the period of %s takes it back first"
            .formatted(standing.quantity(), standing.row());
  }
}

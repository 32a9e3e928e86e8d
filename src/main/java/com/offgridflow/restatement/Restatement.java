package com.offgridflow.restatement;

import java.time.LocalDate;
import java.util.Locale;

/**
 * A proposal to put other figures in force.
 *
 * @param id unique over all tenants
 * @param start first day of the restated period
 * @param end first day after it
 * @param basis what to compute with
 * @param state how it stands
 */
public record Restatement(long id, LocalDate start, LocalDate end, Basis basis, State state) {

  /** From the request to the decision. */
  public enum State {
    CALCULATING,
    PROPOSED,
    /** Nothing differs, so there is nothing to decide. */
    UNCHANGED,
    APPROVED,
    REFUSED;

    /** Its name in interfaces and tables. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The state of this name. */
    public static State ofCode(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT));
    }
  }

  public boolean covers(LocalDate day) {
    return !day.isBefore(start) && day.isBefore(end);
  }
}

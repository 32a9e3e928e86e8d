package com.offgridflow.report;

import java.util.List;
import java.util.Locale;

/**
 * What would give a data point its value.
 *
 * @param kind what is lacking
 * @param names which ones: keys of statements, kinds of activities, ids of data points, or what to
 *     look at
 */
public record Remedy(Kind kind, List<String> names) {
  /** What a data point can lack. */
  public enum Kind {
    /** A statement by the tenant, by its key. */
    STATEMENT,
    /** Activities of one of these kinds, with factors for them. */
    ACTIVITIES,
    /** Other data points that it is computed from. */
    DATA_POINTS,
    /** Factors that tell gases apart, or heating values. */
    FACTORS,
    /** A person's review of contradictions. */
    REVIEW,
    /** Another figure in the place of the one that is stated. */
    CORRECTION;

    /** Its name in interfaces. */
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  public Remedy {
    names = List.copyOf(names);
  }
}

package com.offgridflow.restatement;

import java.util.Locale;

/** Why a figure is another one. */
public enum Cause {
  /** Other factors, or another edition of them. */
  FACTOR,
  /** Another set of global warming potentials. */
  GWP_SET,
  /** Another formula or profile, or another of its methods counts. */
  METHOD,
  /** The bill says something else: it was corrected. */
  ACTIVITY,
  /** There was no figure before. */
  ADDED,
  /** There is no figure any more. */
  REMOVED;

  /** Its name in interfaces, such as {@code gwp-set}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

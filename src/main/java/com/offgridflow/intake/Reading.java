package com.offgridflow.intake;

import com.offgridflow.activity.Activity;

/** What became of a record. */
public sealed interface Reading {
  /** It is an activity. */
  record Accepted(Activity activity) implements Reading {}

  /** It is none. */
  record Rejected(Rejection rejection) implements Reading {}
}

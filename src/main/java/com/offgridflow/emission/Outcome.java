package com.offgridflow.emission;

import com.offgridflow.activity.ActivityKind;
import com.offgridflow.activity.Unit;
import java.util.List;

/** What came of estimating an activity. There is no silent default. */
public sealed interface Outcome {

  /**
   * @param emissions one per component
   * @param gaps what of the activity is left out, in words, because nothing is published for it
   */
  record Estimated(List<Emission> emissions, List<String> gaps) implements Outcome {}

  /**
   * No factor answers.
   *
   * @param kind the activity's kind
   * @param asked which factor was asked for, where and when
   * @param nearest ids of similar factors, the closest first
   * @param message for people, with what would work
   */
  record MissingFactor(ActivityKind kind, String asked, List<String> nearest, String message)
      implements Outcome {}

  /**
   * The quantity's unit converts to none that the formula takes.
   *
   * @param kind the activity's kind
   * @param unit the quantity's unit
   * @param accepted units that it would have had to convert to
   * @param message for people, with what would work
   */
  record IncompatibleUnit(ActivityKind kind, Unit unit, List<Unit> accepted, String message)
      implements Outcome {}

  /**
   * There is no usage-based method for this kind of activity.
   *
   * @param kind the activity's kind
   * @param message for people
   */
  record NotEstimable(ActivityKind kind, String message) implements Outcome {}
}

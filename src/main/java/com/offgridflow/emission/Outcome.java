package com.offgridflow.emission;

import com.offgridflow.activity.ActivityKind;
import com.offgridflow.activity.Unit;
import java.util.List;

/** What came of estimating an activity. There is no silent default. */
public sealed interface Outcome {

  /** Under which code a gap is kept. */
  String code();

  /** For people: what is wrong, with the value, and what would work. */
  String message();

  /**
   * @param emissions one per component and method
   * @param gaps what of the activity is left out, in words, because nothing is published for it
   */
  record Estimated(List<Emission> emissions, List<String> gaps) implements Outcome {
    /** The code of what is left out. */
    @Override
    public String code() {
      return "PARTIAL";
    }

    @Override
    public String message() {
      return String.join("; ", gaps);
    }
  }

  /**
   * No factor answers.
   *
   * @param kind the activity's kind
   * @param asked which factor was asked for, where and when
   * @param nearest ids of similar factors, the closest first
   * @param message for people, with what would work
   */
  record MissingFactor(ActivityKind kind, String asked, List<String> nearest, String message)
      implements Outcome {
    @Override
    public String code() {
      return "MISSING_FACTOR";
    }
  }

  /**
   * The quantity's unit converts to none that the formula takes.
   *
   * @param kind the activity's kind
   * @param unit the quantity's unit
   * @param accepted units that it would have had to convert to
   * @param message for people, with what would work
   */
  record IncompatibleUnit(ActivityKind kind, Unit unit, List<Unit> accepted, String message)
      implements Outcome {
    @Override
    public String code() {
      return "INCOMPATIBLE_UNIT";
    }
  }

  /**
   * A field of the activity cannot be right: a detail that is absent or none of the allowed, a date
   * out of range, a negative amount where there can be none, a gas or currency that nobody knows.
   *
   * @param kind the activity's kind
   * @param field which field or detail
   * @param value what it says
   * @param message for people, with what would work
   */
  record InvalidInput(ActivityKind kind, String field, String value, String message)
      implements Outcome {
    @Override
    public String code() {
      return "INVALID_INPUT";
    }
  }

  /**
   * What is on record contradicts itself, so that a person must look at it first.
   *
   * @param kind the activity's kind
   * @param field which field
   * @param value what it says
   * @param message for people, with what would work
   */
  record Withheld(ActivityKind kind, String field, String value, String message)
      implements Outcome {
    @Override
    public String code() {
      return "WITHHELD";
    }
  }

  /**
   * There is no usage-based method for this kind of activity.
   *
   * @param kind the activity's kind
   * @param message for people
   */
  record NotEstimable(ActivityKind kind, String message) implements Outcome {
    @Override
    public String code() {
      return "NOT_ESTIMABLE";
    }
  }
}

package com.offgridflow.problem;

import java.util.List;

/**
 * An error of the API as in RFC 9457, media type {@code application/problem+json}.
 *
 * @param type URI reference that names the kind of problem
 * @param title the kind of problem in words, the same for all of the kind
 * @param status HTTP status
 * @param detail what is wrong this time
 * @param errors each field at fault
 */
public record Problem(String type, String title, int status, String detail, List<Fault> errors) {
  /** The media type of problems. */
  public static final String MEDIA_TYPE = "application/problem+json";

  /**
   * A field at fault.
   *
   * @param field where: a parameter, a column with its row, or a JSON pointer
   * @param value what it says
   * @param message what would have worked
   */
  public record Fault(String field, String value, String message) {}

  public Problem {
    errors = List.copyOf(errors);
  }

  /** A request that cannot be answered because fields are at fault. */
  public static Problem invalid(String detail, List<Fault> errors) {
    return new Problem("/problems/invalid", "The request is not valid", 400, detail, errors);
  }

  /** Something that is not there, or not for this tenant. */
  public static Problem notFound(String detail) {
    return new Problem("/problems/not-found", "Not found", 404, detail, List.of());
  }

  /** Something that the administrator of the hub has to set up first. */
  public static Problem notSetUp(String detail) {
    return new Problem("/problems/not-set-up", "Not set up", 503, detail, List.of());
  }

  /** Something that cannot be done in the state that things are in. */
  public static Problem conflict(String detail) {
    return new Problem("/problems/conflict", "In conflict with the state", 409, detail, List.of());
  }
}

package com.offgridflow.job;

import com.offgridflow.failure.UnrecoverableException;
import java.util.Map;

/**
 * One piece of work for one tenant, as a worker holds it.
 *
 * @param kind the route that does it is {@code direct:<kind>}
 * @param payload what to do it with
 * @param attempt 1 for the first
 */
public record Job(long id, String tenant, String kind, Map<String, String> payload, int attempt) {

  /** A payload entry that this kind of job cannot do without. */
  public String required(String name) {
    String value = payload.get(name);
    if (value == null) {
      throw new UnrecoverableException(
          "job " + id + " of kind " + kind + " has no '" + name + "' in its payload " + payload);
    }
    return value;
  }
}

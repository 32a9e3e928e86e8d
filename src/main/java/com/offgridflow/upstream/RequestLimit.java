package com.offgridflow.upstream;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * So many requests in so much time.
 *
 * @param requests at least 1
 * @param per more than nothing
 */
public record RequestLimit(long requests, Duration per) {
  public RequestLimit {
    if (requests < 1 || per.isNegative() || per.isZero()) {
      throw new IllegalArgumentException(
          "at least one request in some time is needed, not %d in %s".formatted(requests, per));
    }
  }

  /**
   * Reads limits that hold side by side.
   *
   * @param text like {@code 12/PT10S,60/PT1M}: requests, a slash, an ISO 8601 duration
   * @throws IllegalArgumentException when it is not of that form
   */
  public static List<RequestLimit> parse(String text) {
    return Stream.of(text.split(",")).map(part -> one(part.strip(), text)).toList();
  }

  private static RequestLimit one(String part, String text) {
    String[] sides = part.split("/", 2);
    try {
      return new RequestLimit(Long.parseLong(sides[0]), Duration.parse(sides[1]));
    } catch (NumberFormatException | DateTimeException | ArrayIndexOutOfBoundsException e) {
      throw new IllegalArgumentException(
          "'%s' is no limit of requests; '12/PT10S,60/PT1M' is: 12 in ten seconds and 60 a minute"
              .formatted(text),
          e);
    }
  }

  /** This replica's part, when each of several has the same; at least one request. */
  public RequestLimit share(int replicas) {
    return new RequestLimit(Math.max(1, requests / replicas), per);
  }
}

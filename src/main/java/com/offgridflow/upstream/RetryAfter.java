package com.offgridflow.upstream;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How long an answer asks to wait: {@code Retry-After} in seconds or as a date (RFC 9110, section
 * 10.2.3), and the headers of the same form that name the limit in front, such as Azure Cost
 * Management's {@code x-ms-ratelimit-microsoft.costmanagement-entity-retry-after}.
 */
public final class RetryAfter {
  private static final String NAME = "retry-after";

  private RetryAfter() {}

  /** The longest of the waits asked for; empty when none is, or only for the past. */
  public static Optional<Duration> of(Map<String, List<String>> headers, Instant now) {
    return headers.entrySet().stream()
        .filter(header -> asks(header.getKey()))
        .flatMap(header -> header.getValue().stream())
        .flatMap(value -> wait(value.strip(), now).stream())
        .filter(wait -> !wait.isNegative() && !wait.isZero())
        .max(Comparator.naturalOrder());
  }

  private static boolean asks(String header) {
    String name = header.toLowerCase(Locale.ROOT);
    return name.equals(NAME) || name.endsWith("-" + NAME);
  }

  private static Optional<Duration> wait(String value, Instant now) {
    if (value.matches("\\d{1,9}")) {
      return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
    }
    try {
      Instant date = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return Optional.of(Duration.between(now, date));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}

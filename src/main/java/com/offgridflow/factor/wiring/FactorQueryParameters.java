package com.offgridflow.factor.wiring;

import com.offgridflow.factor.Spelling;
import com.offgridflow.problem.Problem;
import com.offgridflow.problem.Problem.Fault;
import com.offgridflow.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What is searched for among factors.
 *
 * @param kind exactly this kind
 * @param subject exactly this subject
 * @param place exactly this place
 * @param day only what is valid on this day
 * @param words each stands somewhere in id, kind, subject, place, source or note
 * @param knownAt as known at this instant; by default, now
 * @param limit size of a page
 * @param after id of the last factor of the page before
 */
record FactorQueryParameters(
    Optional<String> kind,
    Optional<String> subject,
    Optional<String> place,
    Optional<LocalDate> day,
    List<String> words,
    Optional<Instant> knownAt,
    int limit,
    String after) {
  private static final int MOST = 500;
  private static final List<String> NAMES =
      List.of("kind", "subject", "place", "day", "q", "as-known-at", "limit", "cursor");

  /**
   * @throws ProblemException naming every parameter that is unknown or cannot be read
   */
  static FactorQueryParameters of(Map<String, List<String>> sent) {
    Reader reader = new Reader(sent);
    FactorQueryParameters query =
        new FactorQueryParameters(
            reader.text("kind"),
            reader.text("subject"),
            reader.text("place"),
            reader.parse("day", LocalDate::parse, "a date such as 2024-01-31"),
            Arrays.stream(reader.text("q").orElse("").split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList(),
            reader.parse("as-known-at", Instant::parse, "an instant such as 2025-01-31T12:00:00Z"),
            reader.parse("limit", FactorQueryParameters::limit, "1 to " + MOST).orElse(50),
            reader
                .parse("cursor", FactorQueryParameters::decode, "the next_cursor of a page before")
                .orElse(""));
    reader.finish();
    return query;
  }

  /** A cursor that leads on from this factor. */
  static String cursor(String id) {
    byte[] bytes = id.getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String decode(String cursor) {
    return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
  }

  private static int limit(String text) {
    int limit = Integer.parseInt(text);
    if (limit < 1 || limit > MOST) {
      throw new IllegalArgumentException();
    }
    return limit;
  }

  /** Reads parameters and keeps what is wrong with them. */
  private static final class Reader {
    private final Map<String, List<String>> sent;
    private final List<Fault> faults = new ArrayList<>();

    Reader(Map<String, List<String>> sent) {
      this.sent = sent;
      sent.keySet().stream().filter(name -> !NAMES.contains(name)).forEach(this::unknown);
      sent.forEach((name, values) -> once(name, values));
    }

    private void unknown(String name) {
      String near = String.join(" or ", Spelling.nearest(name, NAMES));
      faults.add(new Fault(name, first(name), "is no parameter; known are " + near));
    }

    private void once(String name, List<String> values) {
      if (values.size() > 1) {
        faults.add(new Fault(name, String.join(", ", values), "should be given once"));
      }
    }

    Optional<String> text(String name) {
      return sent.containsKey(name) ? Optional.of(first(name)) : Optional.empty();
    }

    <T> Optional<T> parse(String name, Function<String, T> parser, String wanted) {
      try {
        return text(name).map(parser);
      } catch (DateTimeException | IllegalArgumentException e) {
        faults.add(new Fault(name, first(name), "should be " + wanted));
        return Optional.empty();
      }
    }

    private String first(String name) {
      List<String> values = sent.getOrDefault(name, List.of());
      return values.isEmpty() ? "" : values.get(0);
    }

    void finish() {
      if (!faults.isEmpty()) {
        throw new ProblemException(
            Problem.invalid("the search for factors has parameters that do not work", faults));
      }
    }
  }
}

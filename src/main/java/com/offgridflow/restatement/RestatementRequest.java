package com.offgridflow.restatement;

import com.offgridflow.problem.Problem;
import com.offgridflow.problem.Problem.Fault;
import com.offgridflow.problem.ProblemException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A request to recalculate a period.
 *
 * @param key asking twice with one key asks once
 * @param start first day
 * @param end first day after it
 * @param reason why
 * @param basis what to compute with
 */
public record RestatementRequest(
    String key, LocalDate start, LocalDate end, String reason, Basis basis) {
  private static final Set<String> FIELDS =
      Set.of(
          "key",
          "period_start",
          "period_end",
          "reason",
          Basis.KNOWN_AT,
          Basis.EDITION,
          Basis.GWP_SET,
          Basis.PROFILE);

  /**
   * Reads the fields of a request.
   *
   * @param fields texts by name
   * @param newKey the key of a request that names none
   * @throws ProblemException with every field at fault
   */
  public static RestatementRequest read(Map<String, String> fields, String newKey) {
    List<Fault> faults = new ArrayList<>();
    fields.keySet().stream()
        .filter(name -> !FIELDS.contains(name))
        .sorted()
        .map(name -> new Fault("/" + name, fields.get(name), "one of " + new TreeSet<>(FIELDS)))
        .forEach(faults::add);
    LocalDate start = day(fields, "period_start", faults);
    LocalDate end = day(fields, "period_end", faults);
    if (start != null && end != null && !start.isBefore(end)) {
      faults.add(new Fault("/period_end", end.toString(), "a day after the start, " + start));
    }
    if (text(fields, "reason").isBlank()) {
      faults.add(new Fault("/reason", text(fields, "reason"), "why the period is restated"));
    }
    checkKnownAt(fields, faults);
    if (!faults.isEmpty()) {
      throw new ProblemException(
          Problem.invalid("the restatement cannot be asked for like this", faults));
    }
    String key = text(fields, "key").isEmpty() ? newKey : text(fields, "key");
    return new RestatementRequest(key, start, end, text(fields, "reason"), basis(fields));
  }

  private static Basis basis(Map<String, String> fields) {
    Map<String, String> present = new HashMap<>(fields);
    present.values().removeIf(String::isBlank);
    return Basis.ofMap(present);
  }

  private static LocalDate day(Map<String, String> fields, String name, List<Fault> faults) {
    try {
      return LocalDate.parse(text(fields, name));
    } catch (DateTimeException e) {
      faults.add(new Fault("/" + name, text(fields, name), "a day such as 2025-01-01"));
      return null;
    }
  }

  private static void checkKnownAt(Map<String, String> fields, List<Fault> faults) {
    String text = text(fields, Basis.KNOWN_AT);
    try {
      if (!text.isBlank()) {
        Instant.parse(text);
      }
    } catch (DateTimeException e) {
      faults.add(new Fault("/" + Basis.KNOWN_AT, text, "an instant such as 2025-03-01T00:00:00Z"));
    }
  }

  private static String text(Map<String, String> fields, String name) {
    return fields.getOrDefault(name, "");
  }
}

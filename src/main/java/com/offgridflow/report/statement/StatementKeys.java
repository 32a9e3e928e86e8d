package com.offgridflow.report.statement;

import com.offgridflow.report.DataPoint;
import com.offgridflow.report.Framework;
import com.offgridflow.report.Measure.StatedText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What tenants can state: the keys that frameworks ask for, and how each must be written. */
public final class StatementKeys {
  private final Map<String, List<DataPoint>> byKey = new TreeMap<>();

  public StatementKeys(Collection<Framework> frameworks) {
    for (Framework framework : frameworks) {
      for (DataPoint point : framework.dataPoints()) {
        point
            .statement()
            .ifPresent(key -> byKey.computeIfAbsent(key, k -> new ArrayList<>()).add(point));
      }
    }
  }

  /** Every key, in alphabetical order. */
  public Set<String> all() {
    return byKey.keySet();
  }

  /** The data points that a key stands behind, of all frameworks; none for an unknown key. */
  public List<DataPoint> of(String key) {
    return byKey.getOrDefault(key, List.of());
  }

  /** What is wrong with a statement by the frameworks that ask for it; nothing when it fits all. */
  public List<StatementFault> check(Statement statement) {
    List<DataPoint> points = of(statement.key());
    if (points.isEmpty()) {
      return List.of(
          new StatementFault("key", statement.key(), "one of " + nearest(statement.key())));
    }
    return points.stream().flatMap(point -> check(point, statement).stream()).distinct().toList();
  }

  private static List<StatementFault> check(DataPoint point, Statement statement) {
    return point.words() ? checkWords(point, statement) : checkFigure(point, statement);
  }

  private static List<StatementFault> checkFigure(DataPoint point, Statement statement) {
    StatedUnit unit = new StatedUnit(point.unit());
    if (statement.value().isEmpty()) {
      return List.of(new StatementFault("value", "", "a figure in " + unit.hint()));
    }
    return unit.factor(statement.unit()).isPresent()
        ? List.of()
        : List.of(new StatementFault("unit", statement.unit(), unit.hint()));
  }

  private static List<StatementFault> checkWords(DataPoint point, Statement statement) {
    if (statement.value().isPresent()) {
      String value = statement.value().get().toPlainString();
      return List.of(new StatementFault("value", value, "left out: this is stated as text"));
    }
    return ((StatedText) point.measure())
        .pattern()
        .filter(pattern -> !statement.text().matches(pattern))
        .map(pattern -> new StatementFault("text", statement.text(), "matching " + pattern))
        .map(List::of)
        .orElse(List.of());
  }

  /** Those that share the most letters at the beginning come first. */
  private List<String> nearest(String key) {
    return byKey.keySet().stream()
        .sorted(
            Comparator.<String>comparingInt(known -> -common(known, key))
                .thenComparing(Comparator.naturalOrder()))
        .toList();
  }

  private static int common(String one, String other) {
    int same = 0;
    while (same < one.length() && same < other.length() && one.charAt(same) == other.charAt(same)) {
      same++;
    }
    return same;
  }
}

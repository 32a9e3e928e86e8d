package com.offgridflow.restatement;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Compares figures in force with figures computed anew, one by one. */
public final class Comparison {
  private Comparison() {}

  /**
   * The lines that differ; a figure that is the same in all that counts has none.
   *
   * @throws IllegalStateException when two figures of one side have the same key
   */
  public static List<Line> of(Collection<Figure> before, Collection<Figure> after) {
    Map<FigureKey, Figure> old = byKey(before);
    Map<FigureKey, Figure> now = byKey(after);
    Set<FigureKey> keys = new LinkedHashSet<>(old.keySet());
    keys.addAll(now.keySet());
    return keys.stream()
        .map(key -> line(Optional.ofNullable(old.get(key)), Optional.ofNullable(now.get(key))))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Map<FigureKey, Figure> byKey(Collection<Figure> figures) {
    return figures.stream()
        .collect(
            Collectors.toMap(
                Figure::key,
                Function.identity(),
                (one, other) -> {
                  throw new IllegalStateException("two figures in force for " + one.key());
                },
                LinkedHashMap::new));
  }

  private static Optional<Line> line(Optional<Figure> before, Optional<Figure> after) {
    if (before.isEmpty()) {
      return Optional.of(new Line(before, after, List.of(Cause.ADDED), "no figure before"));
    }
    if (after.isEmpty()) {
      return Optional.of(new Line(before, after, List.of(Cause.REMOVED), "no figure any more"));
    }
    return changed(before.get(), after.get());
  }

  private static Optional<Line> changed(Figure before, Figure after) {
    List<Cause> causes = new ArrayList<>();
    List<String> details = new ArrayList<>();
    if (!before.sameQuantity(after)) {
      causes.add(Cause.ACTIVITY);
      details.add(change(quantity(before), quantity(after)));
    }
    if (!before.sameMethod(after)) {
      causes.add(Cause.METHOD);
      details.add(change(method(before), method(after)));
    }
    if (!before.gwpSet().equals(after.gwpSet())) {
      causes.add(Cause.GWP_SET);
      details.add(change(before.gwpSet(), after.gwpSet()));
    }
    if (!before.factorIds().equals(after.factorIds()) || nothingElse(causes, before, after)) {
      causes.add(Cause.FACTOR);
      details.add(factors(before, after));
    }
    return causes.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Line(Optional.of(before), Optional.of(after), causes, String.join("; ", details)));
  }

  /** A factor can be corrected under its own id: the figure tells, though no name does. */
  private static boolean nothingElse(List<Cause> causes, Figure before, Figure after) {
    return causes.isEmpty() && !before.sameAmounts(after);
  }

  private static String factors(Figure before, Figure after) {
    List<String> gone = without(before.factorIds(), after.factorIds());
    List<String> come = without(after.factorIds(), before.factorIds());
    return gone.isEmpty() && come.isEmpty()
        ? "another value of " + String.join(", ", after.factorIds())
        : change(String.join(", ", gone), String.join(", ", come));
  }

  private static List<String> without(List<String> ids, List<String> others) {
    return ids.stream().filter(id -> !others.contains(id)).toList();
  }

  private static String quantity(Figure figure) {
    return figure.quantity().stripTrailingZeros().toPlainString() + " " + figure.unit();
  }

  private static String method(Figure figure) {
    return figure.method() + (figure.counted() ? "" : " (beside the one that counts)");
  }

  private static String change(String from, String to) {
    return from + " -> " + to;
  }
}

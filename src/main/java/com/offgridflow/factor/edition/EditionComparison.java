package com.offgridflow.factor.edition;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toCollection;

import com.offgridflow.factor.Factor;
import com.offgridflow.factor.FactorKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an edition of a table changes against the one before, line by line.
 *
 * <p>Two factors are the same line when they are about the same thing on the same days. A thing
 * that has one factor in either edition, on other days in the new one, is the same line too: a
 * table of one year followed by that of the next. Names, sources and notes play no part, because
 * every edition has its own.
 *
 * @param changes in the order of kind, subject, place and unit
 * @param unchanged how many lines are the same in both
 */
public record EditionComparison(List<FactorChange> changes, int unchanged) {
  private static final Comparator<FactorKey> BY_KEY =
      Comparator.comparing(FactorKey::kind)
          .thenComparing(FactorKey::subject)
          .thenComparing(FactorKey::place)
          .thenComparing(key -> key.perUnit().symbol());

  public static EditionComparison of(Collection<Factor> before, Collection<Factor> after) {
    Map<FactorKey, List<Factor>> old = byKey(before);
    Map<FactorKey, List<Factor>> now = byKey(after);
    Lines lines = new Lines();
    Stream.concat(old.keySet().stream(), now.keySet().stream())
        .distinct()
        .sorted(BY_KEY)
        .forEach(
            key ->
                lines.compare(old.getOrDefault(key, List.of()), now.getOrDefault(key, List.of())));
    return new EditionComparison(List.copyOf(lines.changes), lines.unchanged);
  }

  /** How many changes are of a sort. */
  public int count(Class<? extends FactorChange> sort) {
    return (int) changes.stream().filter(sort::isInstance).count();
  }

  private static Map<FactorKey, List<Factor>> byKey(Collection<Factor> factors) {
    return factors.stream()
        .collect(groupingBy(FactorKey::of, LinkedHashMap::new, toCollection(ArrayList::new)));
  }

  /** The lines of the comparison in the making. */
  private static final class Lines {
    private final List<FactorChange> changes = new ArrayList<>();
    private int unchanged;

    void compare(List<Factor> before, List<Factor> after) {
      if (before.size() == 1 && after.size() == 1) {
        pair(before.get(0), after.get(0));
        return;
      }
      List<Factor> removed = new ArrayList<>(before);
      for (Factor factor : after) {
        Optional<Factor> same =
            removed.stream().filter(o -> o.validity().equals(factor.validity())).findFirst();
        same.ifPresentOrElse(
            old -> {
              removed.remove(old);
              pair(old, factor);
            },
            () -> changes.add(new FactorChange.Added(factor)));
      }
      removed.forEach(factor -> changes.add(new FactorChange.Removed(factor)));
    }

    private void pair(Factor before, Factor after) {
      List<Difference> differences = Differences.between(before, after);
      if (differences.isEmpty()) {
        unchanged++;
      } else {
        changes.add(new FactorChange.Changed(before, after, differences));
      }
    }
  }
}

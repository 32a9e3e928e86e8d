package com.offgridflow.report.view;

import com.offgridflow.report.BreakdownRow;
import com.offgridflow.report.Messages;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Emissions that have something in common.
 *
 * @param name what they have in common
 * @param kgCo2e exact sum in kg CO2e
 * @param activities how many activities it sums up
 */
public record EmissionGroup(String name, BigDecimal kgCo2e, long activities) {
  static EmissionGroup of(BreakdownRow row, String name) {
    return new EmissionGroup(name, row.kgCo2e(), row.activities());
  }

  /** All of them in one, under another name. */
  static EmissionGroup sum(String name, Collection<EmissionGroup> groups) {
    return groups.stream().reduce(new EmissionGroup(name, BigDecimal.ZERO, 0), EmissionGroup::plus);
  }

  /** One group for each name, the largest first, equal ones by name. */
  public static List<EmissionGroup> by(
      Collection<BreakdownRow> rows, Function<BreakdownRow, String> name) {
    Map<String, EmissionGroup> groups = new LinkedHashMap<>();
    rows.forEach(
        row -> groups.merge(name.apply(row), of(row, name.apply(row)), EmissionGroup::plus));
    return groups.values().stream()
        .sorted(
            Comparator.comparing(EmissionGroup::kgCo2e)
                .reversed()
                .thenComparing(EmissionGroup::name))
        .toList();
  }

  /** One group for each scope, from the first to the third. */
  public static List<EmissionGroup> byScope(Collection<BreakdownRow> rows, Messages messages) {
    return by(rows, row -> messages.get("scope", String.valueOf(row.scope()))).stream()
        .sorted(Comparator.comparing(EmissionGroup::name))
        .toList();
  }

  private EmissionGroup plus(EmissionGroup other) {
    return new EmissionGroup(name, kgCo2e.add(other.kgCo2e), activities + other.activities);
  }
}

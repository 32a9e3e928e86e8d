package com.offgridflow.factor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds rows of one table that say the same twice: one id, or one question on one day. */
final class UniqueRows {
  private final Map<String, Long> ids = new HashMap<>();
  private final Map<FactorKey, List<Row>> keys = new HashMap<>();

  private record Row(long number, Validity validity) {}

  Optional<RowProblem> add(CsvRow cells, Factor factor) {
    long number = cells.cells().getRecordNumber();
    Long same = ids.putIfAbsent(factor.id(), number);
    if (same != null) {
      return Optional.of(
          RowProblem.shouldBe(
              number, "id", factor.id(), "an id of its own; row " + same + " has it"));
    }
    List<Row> rows = keys.computeIfAbsent(FactorKey.of(factor), unused -> new ArrayList<>());
    Optional<Row> overlap =
        rows.stream().filter(row -> row.validity().overlaps(factor.validity())).findFirst();
    rows.add(new Row(number, factor.validity()));
    return overlap.map(row -> overlapping(number, factor, row));
  }

  private static RowProblem overlapping(long number, Factor factor, Row other) {
    return RowProblem.shouldBe(
        number,
        "valid_from",
        factor.validity().toString(),
        "apart from row %d (%s), which has the same kind, subject, place and per_unit"
            .formatted(other.number(), other.validity()));
  }
}

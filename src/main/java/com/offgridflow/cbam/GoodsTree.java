package com.offgridflow.cbam;

import com.offgridflow.cbam.GoodsReading.Read;
import com.offgridflow.cbam.GoodsReading.Rejected;
import com.offgridflow.cbam.Production.Precursor;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The rows of a table as goods lines with their precursors, and these with theirs. */
final class GoodsTree {
  private static final String PARENT = "precursor_of";

  private final Map<String, GoodsRow> rows = new LinkedHashMap<>();
  private final Map<String, List<GoodsRow>> children = new HashMap<>();
  private final List<GoodsRow> refused = new ArrayList<>();
  private final Set<GoodsRow> reached = new LinkedHashSet<>();

  GoodsTree(Collection<GoodsRow> table) {
    table.forEach(this::add);
    rows.values().stream()
        .filter(row -> row.has(PARENT))
        .forEach(r -> children.computeIfAbsent(r.text(PARENT), id -> new ArrayList<>()).add(r));
  }

  /** What came of each goods line, and of each row that belongs to none. */
  List<GoodsReading> readings() {
    List<GoodsReading> readings = new ArrayList<>();
    rows.values().stream().filter(row -> !row.has(PARENT)).forEach(r -> readings.addAll(line(r)));
    rows.values().stream().filter(row -> !reached.contains(row)).forEach(this::refuseOrphan);
    refused.forEach(row -> readings.add(new Rejected(row.place(), row.faults())));
    return readings;
  }

  private void add(GoodsRow row) {
    String id = row.text("line");
    GoodsRow first = id.isEmpty() ? null : rows.putIfAbsent(id, row);
    if (id.isEmpty()) {
      row.fault("line", "should be the line's own id, such as the customs declaration's number");
      refused.add(row);
    } else if (first != null) {
      row.fault("line", "stands in %s already; give each row its own".formatted(first.place()));
      refused.add(row);
    }
  }

  private void refuseOrphan(GoodsRow row) {
    row.fault(PARENT, "should be the line of a row of this table that is or leads to goods");
    refused.add(row);
  }

  private List<GoodsReading> line(GoodsRow row) {
    List<GoodsRow> parts = parts(row);
    reached.addAll(parts);
    Optional<LocalDate> day = GoodsReader.importedOn(row);
    Optional<CbamGood> good = GoodsReader.good(row);
    Optional<GoodsLine> line =
        day.isEmpty() || good.isEmpty()
            ? Optional.empty()
            : GoodsReader.line(
                row,
                day.get(),
                good.get(),
                precursors(row, new ProductionReader(Regime.of(day.get()))));
    List<GoodsRow> faulty = parts.stream().filter(part -> !part.faults().isEmpty()).toList();
    return faulty.isEmpty()
        ? List.of(
            new Read(row.place(), line.orElseThrow(), parts.stream().map(GoodsRow::cells).toList()))
        : rejected(parts, faulty.get(0));
  }

  /** All rows of the line go with the one that is at fault, and say so. */
  private static List<GoodsReading> rejected(List<GoodsRow> parts, GoodsRow faulty) {
    List<GoodsReading> rejected = new ArrayList<>();
    for (GoodsRow part : parts) {
      if (part.faults().isEmpty()) {
        part.fault("line", "goes with %s, which is rejected".formatted(faulty.place()));
      }
      rejected.add(new Rejected(part.place(), part.faults()));
    }
    return rejected;
  }

  private List<Precursor> precursors(GoodsRow row, ProductionReader reader) {
    List<Precursor> found = new ArrayList<>();
    for (GoodsRow child : children(row)) {
      GoodsReader.precursor(child, reader, precursors(child, reader)).ifPresent(found::add);
    }
    return found;
  }

  private List<GoodsRow> parts(GoodsRow row) {
    return Stream.concat(
            Stream.of(row), children(row).stream().flatMap(child -> parts(child).stream()))
        .toList();
  }

  private List<GoodsRow> children(GoodsRow row) {
    return children.getOrDefault(row.text("line"), List.of());
  }
}

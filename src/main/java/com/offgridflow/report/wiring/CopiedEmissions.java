package com.offgridflow.report.wiring;

import com.offgridflow.report.EmissionRow;
import com.offgridflow.report.EmissionRow.Evidence;
import com.offgridflow.report.csv.CopiedText;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Emissions as {@link EmissionTable} copies them out. */
final class CopiedEmissions {
  /** A year has few days, each of which comes thousands of times. */
  private final Map<String, LocalDate> days = new HashMap<>();

  EmissionRow row(byte[] copied) {
    List<String> cells = CopiedText.cells(copied);
    return new EmissionRow(
        Long.parseLong(cells.get(0)),
        Long.parseLong(cells.get(1)),
        days.computeIfAbsent(cells.get(2), LocalDate::parse),
        days.computeIfAbsent(cells.get(3), LocalDate::parse),
        Integer.parseInt(cells.get(4)),
        Optional.ofNullable(cells.get(5)).map(Integer::valueOf),
        cells.get(6),
        cells.get(7),
        new BigDecimal(cells.get(8)),
        Optional.ofNullable(cells.get(9)).map(BigDecimal::new),
        cells.get(10),
        cells.get(11),
        cells.get(12),
        cells.get(13),
        new BigDecimal(cells.get(14)),
        cells.get(15),
        cells.get(16),
        cells.get(17),
        evidence(cells));
  }

  private static Evidence evidence(List<String> cells) {
    return new Evidence(
        cells.get(18),
        cells.get(19),
        Integer.parseInt(cells.get(20)),
        cells.get(21),
        cells.get(22),
        cells.get(23));
  }
}

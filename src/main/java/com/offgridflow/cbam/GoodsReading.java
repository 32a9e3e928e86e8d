package com.offgridflow.cbam;

import com.offgridflow.problem.Problem.Fault;
import java.util.List;
import java.util.Map;

/** What came of a goods line of a table. */
public sealed interface GoodsReading {

  /** Where it stands in its table, such as {@code row 3}; the header is not counted. */
  String row();

  /**
   * A goods line.
   *
   * @param cells its own cells and those of its precursors' rows, as they were read
   */
  record Read(String row, GoodsLine line, List<Map<String, String>> cells)
      implements GoodsReading {}

  /** A row that is none. */
  record Rejected(String row, List<Fault> faults) implements GoodsReading {
    public Rejected {
      faults = List.copyOf(faults);
    }
  }
}

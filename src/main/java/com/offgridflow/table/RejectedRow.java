package com.offgridflow.table;

import com.offgridflow.problem.Problem.Fault;
import java.util.List;

/**
 * A row that is not what its table is about.
 *
 * @param row where it stands, such as {@code row 3}; the header is not counted
 */
public record RejectedRow(String row, List<Fault> faults) {
  public RejectedRow {
    faults = List.copyOf(faults);
  }
}

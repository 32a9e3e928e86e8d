package com.offgridflow.emission.scope2;

import com.offgridflow.problem.Problem.Fault;
import java.util.List;

/** What came of reading a row of a table of instruments. */
public sealed interface InstrumentReading {

  /** Where the row stands in its table, such as {@code row 3}; the header is not counted. */
  String row();

  /** A row that is an instrument. */
  record Read(String row, Instrument instrument) implements InstrumentReading {}

  /** A row that is none. */
  record Rejected(String row, List<Fault> faults) implements InstrumentReading {
    public Rejected {
      faults = List.copyOf(faults);
    }
  }
}

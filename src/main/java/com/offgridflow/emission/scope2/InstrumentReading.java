package com.offgridflow.emission.scope2;

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

  /**
   * What is wrong with a cell.
   *
   * @param field its column
   * @param value what it says
   * @param message for people, with what would work
   */
  record Fault(String field, String value, String message) {}
}

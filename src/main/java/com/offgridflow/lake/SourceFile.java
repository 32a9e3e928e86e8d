package com.offgridflow.lake;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One file of a delivery, verified and counted.
 *
 * @param delivered the file as it came
 * @param readable what the engine reads: the same file, or a copy without the malformed rows
 * @param columns the headers in their order
 * @param types DuckDB's types by header; none of a CSV, where all is text
 * @param rows data rows of the delivered file, malformed ones included
 * @param malformed the rows that the copy leaves out
 */
public record SourceFile(
    Path delivered,
    Path readable,
    Container container,
    List<String> columns,
    Map<String, String> types,
    long rows,
    List<RejectedRow> malformed) {

  public SourceFile {
    columns = List.copyOf(columns);
    types = Map.copyOf(types);
    malformed = List.copyOf(malformed);
  }

  /** The type that a column of the format is stored in. */
  Optional<String> typeOf(BillingColumn column) {
    return column.in(columns).map(types::get);
  }

  /** The row number in the delivered file of a row of the readable one. */
  public long deliveredRow(long readableRow) {
    long row = readableRow;
    for (RejectedRow gone : malformed) {
      if (gone.row() <= row) {
        row++;
      }
    }
    return row;
  }
}

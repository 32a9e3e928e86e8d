package com.offgridflow.lake;

import java.nio.file.Path;
import java.util.List;

/**
 * One file of a delivery, verified and counted.
 *
 * @param delivered the file as it came
 * @param readable what the engine reads: the same file, or a copy without the malformed rows
 * @param columns the headers in their order
 * @param rows data rows of the delivered file, malformed ones included
 * @param malformed the rows that the copy leaves out
 */
public record SourceFile(
    Path delivered,
    Path readable,
    Container container,
    List<String> columns,
    long rows,
    List<RejectedRow> malformed) {

  public SourceFile {
    columns = List.copyOf(columns);
    malformed = List.copyOf(malformed);
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

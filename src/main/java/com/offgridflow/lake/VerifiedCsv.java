package com.offgridflow.lake;

import com.offgridflow.lake.CsvSieve.Sieved;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A CSV that is whole, with its rows counted and its malformed rows set apart. */
public final class VerifiedCsv {

  private VerifiedCsv() {}

  /**
   * @throws LakeException when the file is truncated or damaged
   */
  public static SourceFile of(Path file, Container container, List<String> columns) {
    CsvScan scan = CsvScan.of(file, container, columns.size());
    return scan.wellFormed()
        ? new SourceFile(file, file, container, columns, scan.rows(), List.of())
        : sieved(file, container, columns);
  }

  private static SourceFile sieved(Path file, Container container, List<String> columns) {
    Path copy = file.resolveSibling(file.getFileName() + ".well-formed");
    try {
      Sieved sieved = CsvSieve.copy(file, container, columns.size(), copy);
      return new SourceFile(file, copy, Container.CSV, columns, sieved.rows(), sieved.malformed());
    } catch (IOException e) {
      throw new LakeException(file, "has malformed rows and could not be copied without them", e);
    }
  }
}

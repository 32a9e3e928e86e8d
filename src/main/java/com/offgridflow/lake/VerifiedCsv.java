package com.offgridflow.lake;

import com.offgridflow.lake.CsvSieve.Sieved;
import com.offgridflow.lake.Recognition.Recognised;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A CSV that is whole, with its rows counted and its malformed rows set apart. */
public final class VerifiedCsv {

  private VerifiedCsv() {}

  /**
   * @throws LakeException when the file is truncated or damaged
   */
  public static SourceFile of(Recognised known, Scratch scratch) {
    CsvScan scan = CsvScan.of(known.file(), known.container(), known.columns().size());
    return scan.wellFormed()
        ? new SourceFile(
            known.delivered(),
            known.file(),
            known.container(),
            known.columns(),
            Map.of(),
            scan.rows(),
            List.of())
        : sieved(known, scratch);
  }

  private static SourceFile sieved(Recognised known, Scratch scratch) {
    Path file = known.delivered();
    Path copy = scratch.made(file, ".well-formed");
    try {
      Sieved sieved = CsvSieve.copy(known, copy);
      return new SourceFile(
          file, copy, Container.CSV, known.columns(), Map.of(), sieved.rows(), sieved.malformed());
    } catch (IOException e) {
      throw new LakeException(file, "has malformed rows and could not be copied without them", e);
    }
  }
}

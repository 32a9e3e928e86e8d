package com.offgridflow.table.wiring;

import com.offgridflow.problem.Problem;
import com.offgridflow.problem.Problem.Fault;
import com.offgridflow.problem.ProblemException;
import com.offgridflow.table.Loaded;
import com.offgridflow.table.RejectedRow;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.List;
import java.util.stream.Stream;

/** Tables that are sent to the API. */
public final class TableUpload {
  private TableUpload() {}

  /** What became of a table. */
  public record Answer(int rows, int changed, int unchanged, List<Fault> rejected) {}

  /** Loads the rows that are right. */
  @FunctionalInterface
  public interface Loading {
    /**
     * @throws IllegalArgumentException when the table as a whole cannot be read
     */
    Loaded load(Reader csv) throws IOException;
  }

  /**
   * Has the rows loaded that are right, and lists the others.
   *
   * @param entry what a row should be, such as {@code an instrument}
   * @throws ProblemException when it is no table, or one of which no row is right
   */
  public static Answer load(String csv, String entry, Loading loading) throws IOException {
    Loaded loaded;
    try {
      loaded = loading.load(new StringReader(csv));
    } catch (IllegalArgumentException e) {
      throw new ProblemException(Problem.invalid(e.getMessage(), List.of()));
    }
    List<Fault> faults = loaded.rejected().stream().flatMap(TableUpload::faults).toList();
    if (loaded.rows() > 0 && loaded.rejected().size() == loaded.rows()) {
      throw new ProblemException(Problem.invalid("no row is " + entry, faults));
    }
    return new Answer(loaded.rows(), loaded.changed(), loaded.unchanged(), faults);
  }

  private static Stream<Fault> faults(RejectedRow row) {
    return row.faults().stream()
        .map(f -> new Fault(row.row() + ", " + f.field(), f.value(), f.message()));
  }
}

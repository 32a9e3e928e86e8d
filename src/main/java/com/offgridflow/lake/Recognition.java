package com.offgridflow.lake;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What the header of a file says that it is. */
public sealed interface Recognition {

  /**
   * A file of a known format with all the columns that are needed.
   *
   * @param delivered the file as it came
   * @param file the file to read; for a zip, the entry that was unpacked
   * @param columns the file's headers in their order
   */
  record Recognised(
      Path delivered, Path file, BillingFormat format, Container container, List<String> columns)
      implements Recognition {
    public Recognised {
      columns = List.copyOf(columns);
    }
  }

  /**
   * A file of no known format, or of one with columns missing.
   *
   * @param resembles the format of which it has half of the needed columns or more, if any
   * @param message names the file, what its header has, and what was needed
   */
  record Unrecognised(Path file, Optional<BillingFormat> resembles, String message)
      implements Recognition {}
}

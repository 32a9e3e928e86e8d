package com.offgridflow.factor;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * The publishers' files that the shipped tables were transcribed from, read without the scripts.
 */
final class Originals {
  static final Path DIR = Path.of("..", "shared", "data");

  private Originals() {}

  /** Skips the test where the originals are not at hand. */
  static void require() {
    assumeTrue(
        Files.isDirectory(DIR.resolve("factors")),
        "the originals are not at " + DIR + ": shipped tables are not compared with them");
  }

  static List<CSVRecord> withHeader(String path) throws IOException {
    CSVFormat format =
        CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setCommentMarker('#')
            .setIgnoreEmptyLines(true)
            .get();
    return format.parse(Files.newBufferedReader(DIR.resolve(path))).getRecords();
  }

  static List<CSVRecord> cells(String path) throws IOException {
    return CSVFormat.RFC4180.parse(Files.newBufferedReader(DIR.resolve(path))).getRecords();
  }

  /** A spreadsheet's figure without its binary noise: 9.9499999999999993 is 9.95. */
  static Optional<BigDecimal> figure(String text) {
    try {
      return Optional.of(
          BigDecimal.valueOf(Double.parseDouble(text.strip())).setScale(12, RoundingMode.HALF_UP));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}

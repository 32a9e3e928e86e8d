package com.offgridflow.report.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A workbook of a large year in a small heap. */
@Tag("harness")
class ReportWorkbookIT {
  private static final int ROWS = 500_000;

  @TempDir Path directory;

  @Test
  void shouldWriteFiveHundredThousandRowsIn256MegabytesOfHeap() throws Exception {
    Path file = directory.resolve("year.xlsx");

    Process writer =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                WriteWorkbook.class.getName(),
                file.toString(),
                Integer.toString(ROWS))
            .inheritIO()
            .start();

    assertThat(writer.waitFor(5, TimeUnit.MINUTES)).isTrue();
    assertThat(writer.exitValue()).isZero();
    assertThat(rows(file)).as("with the header").isEqualTo(ROWS + 1L);
  }

  private static long rows(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file);
        ReadableWorkbook book = new ReadableWorkbook(in);
        Stream<Row> rows = book.findSheet("Emissions").orElseThrow().openStream()) {
      return rows.count();
    }
  }
}

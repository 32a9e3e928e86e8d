package com.offgridflow.report.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CopiedTextTest {

  /** As PostgreSQL 18 writes a tab, nothing, the text \\N, an empty text and an umlaut. */
  @Test
  void shouldReadCellsAsTheyWereMeant() {
    byte[] row = "a\\tb\t\\N\t\\\\N\t\tü\n".getBytes(StandardCharsets.UTF_8);

    assertThat(CopiedText.cells(row)).containsExactly("a\tb", null, "\\N", "", "ü");
  }
}

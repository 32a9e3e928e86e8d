package com.offgridflow.report.wiring;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The typeface DejaVu Sans, which has Arabic letters, and no Chinese ones. */
final class DejaVu {
  private DejaVu() {}

  /** Its file in a directory. */
  static Path in(Path directory) throws IOException {
    Path file = directory.resolve("DejaVuSans.ttf");
    try (InputStream font =
        DejaVu.class.getResourceAsStream("/net/sf/jasperreports/fonts/dejavu/DejaVuSans.ttf")) {
      Files.copy(font, file);
    }
    return file;
  }
}

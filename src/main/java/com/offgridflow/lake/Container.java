package com.offgridflow.lake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** How a file holds its rows, told by its first bytes. */
public enum Container {
  CSV,
  CSV_GZ,
  ZIP,
  PARQUET;

  /**
   * @throws LakeException when the file is empty or cannot be read
   */
  public static Container of(Path file) {
    byte[] start = start(file);
    if (start.length == 0) {
      throw new LakeException(file, "is empty; a billing file has at least a header line");
    }
    if (startsWith(start, 'P', 'A', 'R', '1')) {
      return PARQUET;
    }
    if (startsWith(start, 0x1f, 0x8b)) {
      return CSV_GZ;
    }
    return startsWith(start, 'P', 'K', 3, 4) ? ZIP : CSV;
  }

  private static byte[] start(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(4);
    } catch (IOException e) {
      throw new LakeException(file, "cannot be read: " + e.getMessage(), e);
    }
  }

  private static boolean startsWith(byte[] bytes, int... magic) {
    for (int i = 0; i < magic.length; i++) {
      if (i >= bytes.length || (bytes[i] & 0xff) != magic[i]) {
        return false;
      }
    }
    return true;
  }
}

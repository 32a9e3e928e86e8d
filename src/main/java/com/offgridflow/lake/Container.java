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
   * @throws LakeException when the file is empty, cannot be read, or is known to hold no rows that
   *     the hub reads
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
    if (startsWith(start, 'P', 'K', 3, 4) || startsWith(start, 'P', 'K', 5, 6)) {
      return ZIP;
    }
    refuseForeign(file, start);
    return CSV;
  }

  /** What people put beside bills; said by name, since none of it has a header to be shown. */
  private static void refuseForeign(Path file, byte[] start) {
    String csv = "save it as CSV in UTF-8";
    String packed = "deliver it as plain CSV, gzip, zip or Parquet";
    refuse(file, start, "is a PDF; ask for the bill as CSV", '%', 'P', 'D', 'F');
    refuse(file, start, "is an Excel 97-2003 workbook; " + csv, 0xd0, 0xcf, 0x11, 0xe0);
    refuse(file, start, "is compressed with bzip2; " + packed, 'B', 'Z', 'h');
    refuse(file, start, "is compressed with xz; " + packed, 0xfd, '7', 'z', 'X');
    refuse(file, start, "is compressed with Zstandard; " + packed, 0x28, 0xb5, 0x2f, 0xfd);
    refuse(file, start, "is compressed with 7-Zip; " + packed, '7', 'z', 0xbc, 0xaf);
    refuse(file, start, "is an ORC file; " + packed, 'O', 'R', 'C');
    refuse(file, start, "is an Avro file; " + packed, 'O', 'b', 'j', 1);
    refuse(file, start, "is encrypted Parquet; deliver it unencrypted", 'P', 'A', 'R', 'E');
  }

  private static void refuse(Path file, byte[] start, String problem, int... magic) {
    if (startsWith(start, magic)) {
      throw new LakeException(file, problem);
    }
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

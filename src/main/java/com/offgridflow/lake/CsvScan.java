package com.offgridflow.lake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/**
 * Reads a CSV file once, without keeping it: proves that its gzip is whole, which DuckDB does not
 * check, and counts its rows independently of DuckDB.
 *
 * @param rows data rows, the header and blank lines not counted
 * @param wellFormed whether each row has as many fields as the header, all rows end alike, as
 *     DuckDB insists, and all is UTF-8
 */
public record CsvScan(long rows, boolean wellFormed) {

  /**
   * @throws LakeException when the file is truncated or damaged
   */
  public static CsvScan of(Path file, Container container, int columns) {
    try (InputStream in = new ReadAhead(CsvHeader.open(file, container))) {
      return scan(in, columns, file, container);
    } catch (IOException e) {
      throw new LakeException(
          file,
          "is truncated or damaged ("
              + e.getMessage()
              + "); nothing of it was used, deliver it again whole",
          e);
    }
  }

  private static CsvScan scan(InputStream in, int columns, Path file, Container container)
      throws IOException {
    byte[] buffer = new byte[1 << 16];
    long rows = -1;
    long feeds = 0;
    long returns = 0;
    long returnsBeforeFeeds = 0;
    byte last = 0;
    int fields = 1;
    boolean wellFormed = true;
    boolean quoted = false;
    boolean blank = true;
    boolean atStart = true;
    boolean ascii = true;
    int n = in.readNBytes(buffer, 0, Utf8.MARK_BYTES);
    for (n = Utf8.isMark(buffer, n) ? in.read(buffer) : n; n > 0; n = in.read(buffer)) {
      ascii = ascii && Utf8.ascii(buffer, n);
      for (int i = 0; i < n; i++) {
        byte b = buffer[i];
        if (b > ',' || b < '\n') {
          atStart = false;
          blank = false;
        } else if (b == '"') {
          // A quote inside a plain field may be text or a mistake: the exact reader decides.
          wellFormed &= quoted || atStart || i == 0 || buffer[i - 1] == '"';
          quoted = !quoted;
          atStart = false;
          blank = false;
        } else if (b == ',' && !quoted) {
          fields++;
          atStart = true;
          blank = false;
        } else if (b == '\n' && !quoted) {
          feeds++;
          returnsBeforeFeeds += (i > 0 ? buffer[i - 1] : last) == '\r' ? 1 : 0;
          if (!blank) {
            rows++;
            wellFormed &= fields == columns;
          }
          fields = 1;
          atStart = true;
          blank = true;
        } else if (b != '\r') {
          atStart = false;
          blank = false;
        } else if (!quoted) {
          returns++;
        }
      }
      last = buffer[n - 1];
    }
    if (!blank) {
      rows++;
      wellFormed &= fields == columns;
    }
    wellFormed &= returns == returnsBeforeFeeds && (returns == 0 || returns == feeds);
    wellFormed = wellFormed && !quoted && (ascii || Utf8.is(CsvHeader.open(file, container)));
    return new CsvScan(Math.max(rows, 0), wellFormed);
  }
}

package com.offgridflow.lake;

import com.offgridflow.lake.Recognition.Recognised;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Copies the well-formed rows of a CSV and lists the others. After a malformed row reading goes on
 * at the next line, so that a quote that never closes costs one line and not the rest of the file.
 */
final class CsvSieve {

  private static final int LONGEST_ROW_LINES = 1000;

  private final Path file;
  private final int columns;
  private final Deque<byte[]> pushedBack = new ArrayDeque<>();
  private final List<RejectedRow> malformed = new ArrayList<>();
  private long row;

  private CsvSieve(Path file, int columns) {
    this.file = file;
    this.columns = columns;
  }

  /** What the sieve kept out, and how many data rows the file has in all. */
  record Sieved(long rows, List<RejectedRow> malformed) {}

  static Sieved copy(Recognised known, Path target) throws IOException {
    CsvSieve sieve = new CsvSieve(known.delivered(), known.columns().size());
    try (BufferedInputStream in =
            new BufferedInputStream(CsvHeader.open(known.file(), known.container()), 1 << 16);
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(target), 1 << 16)) {
      Utf8.skipMark(in);
      for (byte[] line = sieve.line(in); line != null; line = sieve.line(in)) {
        sieve.sift(line, in, out);
      }
    }
    return new Sieved(Math.max(0, sieve.row - 1), sieve.malformed);
  }

  private void sift(byte[] first, InputStream in, OutputStream out) throws IOException {
    CsvRow parsed = new CsvRow();
    List<byte[]> lines = new ArrayList<>(List.of(first));
    feed(parsed, first);
    while (!parsed.open() && lines.size() < LONGEST_ROW_LINES) {
      byte[] next = line(in);
      if (next == null) {
        break;
      }
      lines.add(next);
      feed(parsed, next);
    }
    if (parsed.blank()) {
      return;
    }
    row++;
    if (row == 1) {
      out.write(header());
    } else if (!parsed.wellFormed(columns)) {
      reject(parsed.problem(columns), lines);
    } else if (utf8(lines)) {
      write(lines, out);
    } else {
      reject("text in UTF-8", lines.subList(0, 1));
    }
  }

  /** All rows end alike, which the engine insists on; what stands in quotes stays as it is. */
  private static void write(List<byte[]> lines, OutputStream out) throws IOException {
    for (byte[] line : lines.subList(0, lines.size() - 1)) {
      out.write(line);
    }
    byte[] last = lines.get(lines.size() - 1);
    out.write(last, 0, length(last));
    out.write('\n');
  }

  /** Columns are read by position, so that the names, which can have any letters, do not matter. */
  private byte[] header() {
    return (",".repeat(columns - 1) + "\n").getBytes(StandardCharsets.US_ASCII);
  }

  private static boolean utf8(List<byte[]> lines) throws IOException {
    for (byte[] line : lines) {
      if (!Utf8.is(line)) {
        return false;
      }
    }
    return true;
  }

  private void reject(String problem, List<byte[]> lines) {
    String text = new String(lines.get(0), StandardCharsets.UTF_8).strip();
    malformed.add(new RejectedRow(file, row, "", text, problem));
    for (int i = lines.size() - 1; i > 0; i--) {
      pushedBack.push(lines.get(i));
    }
  }

  private static void feed(CsvRow parsed, byte[] line) {
    int length = length(line);
    for (int i = 0; i < length; i++) {
      parsed.take(line[i]);
    }
    if (!parsed.open()) {
      parsed.take((byte) '\n');
    }
  }

  /** How long a line is without what ends it. */
  private static int length(byte[] line) {
    int length = line.length;
    if (length > 0 && line[length - 1] == '\n') {
      length--;
    }
    return length > 0 && line[length - 1] == '\r' ? length - 1 : length;
  }

  private byte[] line(InputStream in) throws IOException {
    if (!pushedBack.isEmpty()) {
      return pushedBack.pop();
    }
    ByteArrayOutputStream line = new ByteArrayOutputStream(512);
    for (int b = in.read(); b >= 0; b = in.read()) {
      line.write(b);
      if (b == '\n') {
        break;
      }
    }
    return line.size() == 0 ? null : line.toByteArray();
  }
}

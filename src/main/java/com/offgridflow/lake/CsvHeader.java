package com.offgridflow.lake;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** The first line of a CSV, plain or gzip: its column names. */
public final class CsvHeader {

  private static final int LONGEST = 1 << 20;

  /** Each character of a header has a byte that is zero, before or after the other. */
  private static final Pattern UTF_16 =
      Pattern.compile("\\uFFFD{0,2}(?:\\x00[ -~\\s]|[ -~\\s]\\x00)+(?s:.?)");

  /** What Excel reads the separator from. */
  private static final Pattern SEPARATOR = Pattern.compile("\"?sep=(.)\"?[,;\\t\\s]*");

  private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");

  private CsvHeader() {}

  /**
   * @throws LakeException when the file has no header or its gzip cannot be read
   */
  public static List<String> of(Path file, Container container) {
    try (InputStream in = open(file, container)) {
      String line = firstLine(in);
      requireUsual(file, line);
      List<String> names = names(line);
      if (names.stream().allMatch(String::isBlank)) {
        throw new LakeException(file, "has no header; the first line must name the columns");
      }
      return names;
    } catch (IOException e) {
      throw new LakeException(
          file, "has a header that cannot be read: " + e.getMessage() + "; deliver it again", e);
    }
  }

  static InputStream open(Path file, Container container) throws IOException {
    InputStream in = Files.newInputStream(file);
    try {
      return container == Container.CSV_GZ
          ? new GZIPInputStream(in, 1 << 16)
          : new BufferedInputStream(in, 1 << 16);
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  /** The header as it stands, quoted line breaks and all, without what ends it. */
  static String firstLine(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    boolean quoted = false;
    for (int b = in.read();
        b >= 0 && (quoted || b != '\n') && line.size() < LONGEST;
        b = in.read()) {
      quoted ^= b == '"';
      line.write(b);
    }
    String text = line.toString(StandardCharsets.UTF_8);
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static void requireUsual(Path file, String line) {
    if (UTF_16.matcher(line).matches()) {
      throw new LakeException(file, "is written in UTF-16; save it as CSV in UTF-8");
    }
    if (SEPARATOR.matcher(line.strip()).matches()) {
      throw new LakeException(
          file,
          "begins with Excel's line '%s'; delete that line, so that the first names the columns, and separate by commas"
              .formatted(line.strip()));
    }
    if (QUOTED.matcher(line.strip()).replaceAll("").contains("\r")) {
      throw new LakeException(
          file, "ends its lines with a carriage return alone; save it with line feeds");
    }
  }

  static List<String> names(String line) {
    List<String> names = new ArrayList<>();
    StringBuilder name = new StringBuilder();
    boolean quoted = false;
    for (char c : line.strip().toCharArray()) {
      if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        names.add(name.toString().strip());
        name.setLength(0);
      } else {
        name.append(c);
      }
    }
    names.add(name.toString().strip());
    return names;
  }
}

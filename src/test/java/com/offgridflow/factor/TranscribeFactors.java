package com.offgridflow.factor;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.duckdb.DuckDBDriver;

/**
 * Writes the shipped factor tables anew from the originals: each {@code tools/transcribe/NAME.sql}
 * becomes {@code NAME.csv}. See docs/factors.md.
 */
public final class TranscribeFactors {
  private static final Path SCRIPTS = Path.of("tools", "transcribe");

  private TranscribeFactors() {}

  /**
   * @param args directory of the originals, directory to write to
   */
  public static void main(String[] args) throws IOException, SQLException {
    if (args.length != 2) {
      throw new IllegalArgumentException(
          "give two directories: the originals and where to write, e.g. ../shared/data"
              + " src/main/resources/factors");
    }
    for (Path script : scripts()) {
      Path csv = Path.of(args[1], script.getFileName().toString().replace(".sql", ".csv"));
      System.out.println(csv + ": " + transcribe(script, Path.of(args[0]), csv) + " rows");
    }
  }

  static List<Path> scripts() throws IOException {
    try (Stream<Path> files = Files.list(SCRIPTS)) {
      return files.filter(f -> !f.endsWith("macros.sql")).sorted().toList();
    }
  }

  /** Runs one script and writes what its last query finds; how many rows that were. */
  static int transcribe(Path script, Path originals, Path csv) throws IOException, SQLException {
    try (Connection duckdb = new DuckDBDriver().connect("jdbc:duckdb:", new Properties());
        Statement statement = duckdb.createStatement()) {
      setShared(duckdb, originals);
      statement.execute(Files.readString(SCRIPTS.resolve("macros.sql")));
      try (ResultSet rows = statement.executeQuery(Files.readString(script));
          PrintStream out = new PrintStream(csv.toFile(), StandardCharsets.UTF_8)) {
        return write(rows, out);
      }
    }
  }

  private static void setShared(Connection duckdb, Path originals) throws SQLException {
    try (PreparedStatement set = duckdb.prepareStatement("set variable shared = ?")) {
      set.setString(1, originals.toString());
      set.execute();
    }
  }

  private static int write(ResultSet rows, PrintStream out) throws SQLException {
    int columns = rows.getMetaData().getColumnCount();
    List<String> line = new ArrayList<>();
    for (int i = 1; i <= columns; i++) {
      line.add(rows.getMetaData().getColumnName(i));
    }
    out.print(String.join(",", line) + "\n");
    int count = 0;
    while (rows.next()) {
      line.clear();
      for (int i = 1; i <= columns; i++) {
        line.add(cell(rows.getString(i)));
      }
      out.print(String.join(",", line) + "\n");
      count++;
    }
    return count;
  }

  private static String cell(String text) {
    if (text == null) {
      return "";
    }
    return text.matches("(?s).*[\",\r\n].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }
}

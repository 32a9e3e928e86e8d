package com.offgridflow.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How the data points of one release of a framework continue in another, as {@code
 * schemas/crosswalks/<from>_<to>.csv} states it.
 *
 * @param from id of the framework
 * @param to id of the other
 * @param rows every data point of both, once
 */
public record Crosswalk(String from, String to, List<Row> rows) {
  private static final List<String> PAIRS = List.of("esrs-2023_esrs-2026");

  public Crosswalk {
    rows = List.copyOf(rows);
  }

  /** What became of a data point. */
  public enum Change {
    /** Another requirement asks for it, under the same name. */
    MOVED,
    /** Its element has another name. */
    RENAMED,
    /** It is asked for, and the hub has no element to tag it with. */
    UNTAGGED,
    /** The other release does not ask for it. */
    FELL_AWAY,
    /** Only the other release asks for it. */
    NEW;

    /** Its name in tables. */
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Change ofCode(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private Change inverse() {
      return switch (this) {
        case FELL_AWAY -> NEW;
        case NEW -> FELL_AWAY;
        case MOVED, RENAMED, UNTAGGED -> this;
      };
    }
  }

  /**
   * @param from data point of the one; empty for a new one
   * @param to data point of the other; empty for one that fell away
   * @param note what to know about it, or empty
   */
  public record Row(Optional<String> from, Optional<String> to, Change change, String note) {
    private static Row ofLine(String line) {
      String[] fields = line.split(",", -1);
      return new Row(
          Optional.of(fields[0]).filter(id -> !id.isEmpty()),
          Optional.of(fields[1]).filter(id -> !id.isEmpty()),
          Change.ofCode(fields[2]),
          fields[3]);
    }
  }

  /** Between two releases in either direction, if there is one. */
  public static Optional<Crosswalk> between(String from, String to) {
    if (PAIRS.contains(from + "_" + to)) {
      return Optional.of(load(from, to));
    }
    return PAIRS.contains(to + "_" + from)
        ? Optional.of(load(to, from).inverse())
        : Optional.empty();
  }

  private Crosswalk inverse() {
    return new Crosswalk(
        to,
        from,
        rows.stream()
            .map(row -> new Row(row.to(), row.from(), row.change().inverse(), row.note()))
            .toList());
  }

  private static Crosswalk load(String from, String to) {
    String resource = "schemas/crosswalks/" + from + "_" + to + ".csv";
    try (InputStream stream = Crosswalk.class.getClassLoader().getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalStateException("there is no " + resource);
      }
      String table = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      return new Crosswalk(from, to, table.lines().skip(1).map(Row::ofLine).toList());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + resource, e);
    }
  }
}

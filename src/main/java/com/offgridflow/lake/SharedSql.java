package com.offgridflow.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text that rollups share. A line {@code -- include: activity} stands for the text of {@code
 * shared/activity.sql}, which may include others. What an engine sees has no such lines any more,
 * so that a rollup is the same to all of them.
 */
public final class SharedSql {
  /** The folder of shared texts, beside the rollups. */
  public static final String FOLDER = "shared";

  private static final String ENDING = ".sql";

  private static final Pattern INCLUDE = Pattern.compile("\\s*-- include: ([a-z0-9-]+)\\s*");

  /** What was meant to be one: a comment of "include" and one word. */
  private static final Pattern MEANT = Pattern.compile("\\s*--\\s*includes?\\b\\s*:?\\s*\\S+\\s*");

  private final Map<String, String> texts;

  /**
   * @param texts by the name that includes give, without {@code .sql}
   */
  public SharedSql(Map<String, String> texts) {
    this.texts = new TreeMap<>(texts);
  }

  /** No shared texts at all. */
  public static SharedSql none() {
    return new SharedSql(Map.of());
  }

  /**
   * The texts of a folder, none where there is no such folder.
   *
   * @throws UncheckedIOException when one cannot be read
   */
  public static SharedSql in(Path folder) {
    if (!Files.isDirectory(folder)) {
      return none();
    }
    Map<String, String> texts = new TreeMap<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + ENDING)) {
      for (Path file : files) {
        texts.put(name(file.getFileName().toString()), Files.readString(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(folder + ": " + e.getMessage(), e);
    }
    return new SharedSql(texts);
  }

  /** The name by which a file is included. */
  public static String name(String file) {
    return file.endsWith(ENDING) ? file.substring(0, file.length() - ENDING.length()) : file;
  }

  /** These texts and others; of those with the same name, the others. */
  public SharedSql with(SharedSql others) {
    Map<String, String> all = new TreeMap<>(texts);
    all.putAll(others.texts);
    return new SharedSql(all);
  }

  /**
   * The text with all that it includes.
   *
   * @param file what messages call it
   * @throws IllegalArgumentException naming file and line of an include that is not written right,
   *     is of no text that there is, or is circular
   */
  public String resolve(String file, String text) {
    return resolve(file, text, List.of());
  }

  private String resolve(String file, String text, List<String> within) {
    List<String> lines = new ArrayList<>();
    for (String line : text.lines().toList()) {
      int number = lines.size() + 1;
      Matcher include = INCLUDE.matcher(line);
      if (include.matches()) {
        lines.add(included(place(file, number), include.group(1), within));
      } else if (MEANT.matcher(line).matches()) {
        throw bad(place(file, number), "'%s' should be like '-- include: activity'", line.strip());
      } else {
        lines.add(line);
      }
    }
    return String.join("\n", lines);
  }

  private String included(String place, String name, List<String> within) {
    List<String> path = new ArrayList<>(within);
    path.add(name);
    if (within.contains(name)) {
      throw bad(place, "includes go round in a circle: %s", String.join(" > ", path));
    }
    if (!texts.containsKey(name)) {
      throw bad(place, "there is no %s to include; there are %s", file(name), texts.keySet());
    }
    return resolve(file(name), texts.get(name), path);
  }

  private static String file(String name) {
    return FOLDER + "/" + name + ENDING;
  }

  private static String place(String file, int line) {
    return file + ", line " + line;
  }

  private static IllegalArgumentException bad(String place, String problem, Object... arguments) {
    return new IllegalArgumentException(place + ": " + problem.formatted(arguments));
  }
}

package com.offgridflow.delivery;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a target names the files that it gets: text with places such as {@code {tenant}}. A report's
 * rendering has one name for ever, so that a delivery which is repeated replaces itself.
 *
 * @param text segments of letters, digits and {@code ._-}, parted by slashes; ends with {@code
 *     {suffix}}
 */
public record NamePattern(String text) {
  private static final Set<String> PLACES =
      new TreeSet<>(Set.of("tenant", "plan", "framework", "start", "last", "report", "suffix"));
  private static final Pattern PLACE = Pattern.compile("\\{([^{}]*)}");
  private static final Pattern SEGMENTS =
      Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*");
  private static final int LONGEST = 300;

  /** What names a rendering unless the target says otherwise. */
  public static final NamePattern USUAL =
      new NamePattern("{tenant}-{framework}-{start}-{last}-{report}{suffix}");

  public NamePattern {
    Matcher places = PLACE.matcher(text);
    while (places.find()) {
      if (!PLACES.contains(places.group(1))) {
        throw new IllegalArgumentException(
            "'%s' has the place '%s'; there are %s".formatted(text, places.group(), PLACES));
      }
    }
    if (!text.endsWith("{suffix}") || !text.contains("{report}")) {
      throw new IllegalArgumentException(
          "'%s' must contain {report} and end with {suffix}, so that no report overwrites another"
              .formatted(text));
    }
    if (text.length() > LONGEST || !SEGMENTS.matcher(places.replaceAll("x")).matches()) {
      throw new IllegalArgumentException(
          "'%s' must be at most %d letters, digits and ._- in segments parted by slashes, none beginning with a dot"
              .formatted(text, LONGEST));
    }
  }

  /**
   * The name with its places filled in.
   *
   * @param values by place, all of them
   */
  public String fill(Map<String, String> values) {
    return PLACE
        .matcher(text)
        .replaceAll(place -> Matcher.quoteReplacement(values.get(place.group(1))));
  }
}

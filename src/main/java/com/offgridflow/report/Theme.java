package com.offgridflow.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How a tenant wants its reports to look.
 *
 * @param name the name on the cover in place of the entity's
 * @param primary colour of headings and of the first series, {@code #rrggbb}
 * @param accent colour of lines and of the second series, {@code #rrggbb}
 */
public record Theme(
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> name,
    String primary,
    String accent) {
  private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");

  /** The hub's own. */
  public static final Theme HUB = new Theme(Optional.empty(), "#1f4e5f", "#2e8b57");

  public Theme {
    requireColour("primary", primary);
    requireColour("accent", accent);
  }

  private static void requireColour(String field, String value) {
    if (!COLOUR.matcher(value).matches()) {
      throw new IllegalArgumentException(
          field + ": a colour is written #rrggbb, such as #1f4e5f, not '" + value + "'");
    }
  }
}

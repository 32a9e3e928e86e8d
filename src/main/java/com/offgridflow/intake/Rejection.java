package com.offgridflow.intake;

import java.util.regex.Pattern;

/**
 * A record that could not be taken in, and what would help.
 *
 * @param object the file or object it stands in
 * @param locator the row
 * @param field the column
 * @param value what stands there, empty when nothing does
 * @param code stable name of the fault, e.g. {@code UNKNOWN_UNIT}
 * @param message what is wrong
 * @param mitigation what would have worked
 */
public record Rejection(
    String object,
    String locator,
    String field,
    String value,
    String code,
    String message,
    String mitigation) {
  private static final Pattern UNSTORABLE = Pattern.compile("[\\x00\\p{Cs}]");

  public Rejection {
    object = storable(object);
    locator = storable(locator);
    field = storable(field);
    value = storable(value);
    message = storable(message);
    mitigation = storable(mitigation);
  }

  /**
   * What was rejected for its characters must still be possible to write down: PostgreSQL has no
   * NUL in text, and UTF-8 no half of a surrogate pair.
   */
  private static String storable(String text) {
    return UNSTORABLE.matcher(text).replaceAll("\uFFFD");
  }

  @Override
  public String toString() {
    String column = field.isEmpty() ? "" : ", column " + field + " ('" + value + "')";
    return object + ", " + locator + column + ": " + message + "; " + mitigation;
  }
}

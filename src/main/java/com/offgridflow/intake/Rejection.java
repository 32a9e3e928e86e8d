package com.offgridflow.intake;

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
  public Rejection {
    object = storable(object);
    locator = storable(locator);
    value = storable(value);
  }

  /** What was rejected for its characters must still be possible to write down. */
  private static String storable(String text) {
    return text.replace('\0', '\uFFFD');
  }

  @Override
  public String toString() {
    String column = field.isEmpty() ? "" : ", column " + field + " ('" + value + "')";
    return object + ", " + locator + column + ": " + message + "; " + mitigation;
  }
}

package com.offgridflow.report.preflight;

/**
 * A rule that a document breaks.
 *
 * @param rule its code, such as {@code ESEF 2.1.1}
 * @param place the fact, context, unit or element by its id, or {@code document}
 * @param message what is wrong, with the value
 * @param remedy what would be right
 */
public record Violation(String rule, String place, String message, String remedy) {
  @Override
  public String toString() {
    return "%s, %s: %s; %s".formatted(rule, place, message, remedy);
  }
}

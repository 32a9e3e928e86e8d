package com.offgridflow.report;

import java.util.List;

/**
 * What the figures of a report were derived from, so that it can be proved later that nothing of it
 * was changed. The canonical form that the digest is over is in {@code docs/xbrl.md}.
 *
 * @param digest SHA-256 over all emissions, activities, calculations and factors, lower-case hex
 * @param emissions how many emissions
 * @param evidence the objects that the activities were read from, those behind most emissions first
 * @param furtherEvidence how many objects the list leaves out
 */
public record Derivation(
    String digest, long emissions, List<Evidence> evidence, long furtherEvidence) {
  public Derivation {
    evidence = List.copyOf(evidence);
    if (!digest.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException(
          "a derivation's digest is 64 hexadecimal digits, not '" + digest + "'");
    }
  }

  /**
   * An object that was read, such as a bill.
   *
   * @param object its name
   * @param digest its SHA-256 or the digest that its supplier gave, as it was taken in
   * @param emissions how many emissions rest on it
   */
  public record Evidence(String object, String digest, long emissions) {}
}

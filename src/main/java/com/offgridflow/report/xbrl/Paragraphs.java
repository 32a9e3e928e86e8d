package com.offgridflow.report.xbrl;

import java.util.Arrays;
import java.util.List;

/** Plain text, paragraphs parted by empty lines. */
public final class Paragraphs {
  private Paragraphs() {}

  /** Each paragraph on one line, without characters that XML 1.0 section 2.2 does not allow. */
  public static List<String> of(String text) {
    return Arrays.stream(text.strip().split("\\R\\s*\\R"))
        .map(paragraph -> paragraph.strip().replaceAll("\\s+", " "))
        .map(Paragraphs::allowed)
        .toList();
  }

  private static String allowed(String text) {
    return text.replaceAll("[^\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", "\uFFFD");
  }
}

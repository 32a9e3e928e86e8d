package com.offgridflow.report;

/**
 * What a source delivered for the period.
 *
 * @param name the source, such as a connection's or a file's name
 * @param read lines read
 * @param accepted lines that became activities, or part of one
 * @param rejected lines refused
 */
public record SourceSummary(String name, long read, long accepted, long rejected) {
  public SourceSummary {
    if (read < 0 || accepted < 0 || rejected < 0) {
      throw new IllegalArgumentException(
          "source '%s' cannot have negative lines: read %d, accepted %d, rejected %d"
              .formatted(name, read, accepted, rejected));
    }
  }
}

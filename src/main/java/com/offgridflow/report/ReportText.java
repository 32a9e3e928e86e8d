package com.offgridflow.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;

/**
 * A narrative disclosure.
 *
 * @param dataPoint its id
 * @param paragraph where the framework asks for it
 * @param label what it is called, in the report's language
 * @param concept local name of the taxonomy's element; empty where the framework has no taxonomy
 * @param dimensions its places on axes, one each, by axis
 * @param text as the tenant states it, plain text, paragraphs parted by empty lines
 */
public record ReportText(
    String dataPoint,
    String paragraph,
    String label,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> concept,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Dimension> dimensions,
    String text) {
  public ReportText {
    // a report of the first releases has none
    dimensions = dimensions == null ? List.of() : List.copyOf(dimensions);
    if (text.isBlank()) {
      throw new IllegalArgumentException(
          "data point " + dataPoint + ": a text has at least one word, this one is blank");
    }
  }
}

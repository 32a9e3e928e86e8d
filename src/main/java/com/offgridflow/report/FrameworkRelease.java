package com.offgridflow.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;

/**
 * Which framework a report was frozen by, with what its renderings need of it.
 *
 * @param id such as {@code esrs-2023}
 * @param release of the framework or its taxonomy
 * @param title what it is called, in the report's language
 * @param taxonomy where its concepts come from; empty where it has none
 * @param status whether it is in force
 */
public record FrameworkRelease(
    String id,
    String release,
    String title,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Taxonomy> taxonomy,
    FrameworkStatus status) {
  public FrameworkRelease {
    // a report of the first releases does not say
    status = status == null ? FrameworkStatus.ADOPTED : status;
  }

  /**
   * The taxonomy, for what is made of tagged facts.
   *
   * @throws IllegalStateException when the framework has none
   */
  public Taxonomy requireTaxonomy() {
    return taxonomy.orElseThrow(
        () ->
            new IllegalStateException(
                "framework %s has no XBRL taxonomy; render it as PDF, spreadsheet, CSV or JSON"
                    .formatted(id)));
  }
}

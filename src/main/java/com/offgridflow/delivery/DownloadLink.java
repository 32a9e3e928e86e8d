package com.offgridflow.delivery;

import java.time.Instant;
import java.util.UUID;

/**
 * What a signed link lets its holder have.
 *
 * @param id the link's own, by which it can be taken back
 * @param report the report's id
 * @param rendering the rendering's name
 * @param expires the first instant at which it opens nothing any more, in whole seconds
 */
public record DownloadLink(
    UUID id, String tenant, String report, String rendering, Instant expires) {
  private static final String PARTS = "[A-Za-z0-9-]{1,100}";

  public DownloadLink {
    for (String part : new String[] {tenant, report, rendering}) {
      if (!part.matches(PARTS)) {
        throw new IllegalArgumentException("'" + part + "' must be letters, digits and hyphens");
      }
    }
    if (expires.getNano() != 0) {
      throw new IllegalArgumentException(expires + " must be in whole seconds");
    }
  }
}

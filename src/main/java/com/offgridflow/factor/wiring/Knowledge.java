package com.offgridflow.factor.wiring;

import java.util.List;
import java.util.stream.Stream;

/**
 * What was known of factors at one time: the editions that were in force. The same editions are the
 * same factors for ever.
 *
 * @param shipped ids of editions of the hub's tables, ascending
 * @param own ids of editions of the tenant's tables, ascending
 */
public record Knowledge(List<Long> shipped, List<Long> own) {
  public Knowledge {
    shipped = List.copyOf(shipped);
    own = List.copyOf(own);
  }

  /** All ids. */
  List<Long> editions() {
    return Stream.concat(shipped.stream(), own.stream()).toList();
  }

  boolean isEmpty() {
    return shipped.isEmpty() && own.isEmpty();
  }
}

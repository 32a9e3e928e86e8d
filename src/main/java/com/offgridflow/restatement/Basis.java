package com.offgridflow.restatement;

import java.time.Instant;
import java.util.Optional;

/**
 * What a period is recalculated with. What is left out is as the hub estimates today.
 *
 * @param knownAt factors as they were known at this instant
 * @param edition of its publisher, factors of this edition only
 * @param gwpSet set of global warming potentials, such as {@code AR5}
 * @param profile methodology profile for cloud use, such as {@code ccf-2024}
 */
public record Basis(
    Optional<Instant> knownAt,
    Optional<String> edition,
    Optional<String> gwpSet,
    Optional<String> profile) {

  /** As the hub estimates today. */
  public static Basis today() {
    return new Basis(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }
}

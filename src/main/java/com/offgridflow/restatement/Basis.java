package com.offgridflow.restatement;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a period is recalculated with. What is left out is as the hub estimates today.
 *
 * @param knownAt factors as they were known at this instant
 * @param edition id of an edition of factors, to stand in the place of the one of its table
 * @param gwpSet set of global warming potentials, such as {@code AR5}
 * @param profile methodology profile for cloud use, such as {@code ccf-2024}
 */
public record Basis(
    Optional<Instant> knownAt,
    Optional<String> edition,
    Optional<String> gwpSet,
    Optional<String> profile) {
  static final String KNOWN_AT = "factors_known_at";
  static final String EDITION = "edition";
  static final String GWP_SET = "gwp_set";
  static final String PROFILE = "profile";

  /** By the names that interfaces and tables have; what is left out is not in it. */
  public Map<String, String> toMap() {
    Map<String, String> map = new TreeMap<>();
    knownAt.ifPresent(value -> map.put(KNOWN_AT, value.toString()));
    edition.ifPresent(value -> map.put(EDITION, value));
    gwpSet.ifPresent(value -> map.put(GWP_SET, value));
    profile.ifPresent(value -> map.put(PROFILE, value));
    return map;
  }

  /**
   * @throws java.time.DateTimeException when {@code factors_known_at} is no instant
   */
  public static Basis ofMap(Map<String, String> map) {
    return new Basis(
        Optional.ofNullable(map.get(KNOWN_AT)).map(Instant::parse),
        Optional.ofNullable(map.get(EDITION)),
        Optional.ofNullable(map.get(GWP_SET)),
        Optional.ofNullable(map.get(PROFILE)));
  }
}

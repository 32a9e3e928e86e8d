package com.offgridflow.source;

import java.util.Set;
import java.util.TreeSet;

/**
 * Credentials that go together, by their names.
 *
 * @param needed all of these
 * @param possible any of these beside them
 */
public record Credentials(Set<String> needed, Set<String> possible) {
  public Credentials {
    needed = Set.copyOf(needed);
    possible = Set.copyOf(possible);
  }

  static Credentials of(String... needed) {
    return new Credentials(Set.of(needed), Set.of());
  }

  Credentials with(String... others) {
    return new Credentials(needed, Set.of(others));
  }

  boolean fits(Set<String> names) {
    return names.containsAll(needed)
        && names.stream().allMatch(name -> needed.contains(name) || possible.contains(name));
  }

  /** For people. */
  @Override
  public String toString() {
    String all = needed.isEmpty() ? "no secret" : String.join(" and ", new TreeSet<>(needed));
    return possible.isEmpty()
        ? all
        : all + " (and " + String.join(", ", new TreeSet<>(possible)) + ")";
  }
}

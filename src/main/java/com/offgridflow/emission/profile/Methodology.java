package com.offgridflow.emission.profile;

import com.offgridflow.factor.Places;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * How a tenant's cloud use is estimated: by which profile, and which of several methods counts. For
 * each provider the methods are listed in order of preference: every one listed is computed where
 * it can be, the first that answers counts, and one that is not listed is left out. Between the
 * hub's own methods this is decided for each activity; between them and what a provider reports,
 * for each account and month, see the view {@code replaced_activity}.
 *
 * @param profile name of a profile
 * @param order methods by provider in lower case; {@link #ALL} stands for those that are not named
 */
public record Methodology(String profile, Map<String, List<CloudMethod>> order) {
  /** All providers that are not named. */
  public static final String ALL = "*";

  /** The hub's own profile; by use where it can be, else as the provider reports. */
  public static final Methodology CURRENT =
      new Methodology(
          Profiles.CURRENT, Map.of(ALL, List.of(CloudMethod.USAGE, CloudMethod.REPORTED)));

  public Methodology {
    Profiles.named(profile);
    if (!order.containsKey(ALL)) {
      throw new IllegalArgumentException(
          "the order of methods must have '" + ALL + "', for providers that are not named");
    }
    Map<String, List<CloudMethod>> sorted = new TreeMap<>();
    order.forEach((provider, methods) -> sorted.put(provider, checked(provider, methods)));
    order = Map.copyOf(sorted);
  }

  private static List<CloudMethod> checked(String provider, List<CloudMethod> methods) {
    if (methods.isEmpty() || methods.stream().distinct().count() != methods.size()) {
      throw new IllegalArgumentException(
          "methods of '" + provider + "' must be some of " + CloudMethod.codes() + ", each once");
    }
    return List.copyOf(methods);
  }

  /** The methods for a provider, the preferred one first. */
  public List<CloudMethod> orderOf(String provider) {
    return order.getOrDefault(Places.supplier(provider), order.get(ALL));
  }

  /** Whether a method is asked of any provider's use; one that is none of the cloud's always is. */
  public boolean uses(String method) {
    return CloudMethod.ofMethod(method)
        .map(known -> order.values().stream().anyMatch(methods -> methods.contains(known)))
        .orElse(true);
  }

  /** Place of an emission's method in the order; empty for one that is left out. */
  public OptionalInt rank(String provider, String method) {
    Optional<CloudMethod> known = CloudMethod.ofMethod(method);
    int rank = known.map(orderOf(provider)::indexOf).orElse(0);
    return rank < 0 ? OptionalInt.empty() : OptionalInt.of(rank);
  }
}

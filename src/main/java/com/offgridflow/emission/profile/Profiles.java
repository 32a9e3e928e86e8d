package com.offgridflow.emission.profile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The profiles that come with the hub, as resources {@code profiles/<name>.yaml}. */
public final class Profiles {
  /** The hub's own, used where nothing else is chosen. */
  public static final String CURRENT = "hub-2026";

  /** Names of all profiles, the current one first. */
  public static final List<String> NAMES = List.of(CURRENT, "ccf-2024");

  /** Between a profile's name and the parts of another that stand in it. */
  static final String MIXED = "+";

  private static final YAMLMapper YAML = new YAMLMapper();
  private static final Map<String, Profile> KNOWN = new ConcurrentHashMap<>();

  private Profiles() {}

  /**
   * A profile by its name, or a mixture made by {@link #mix}.
   *
   * @throws IllegalArgumentException when there is none of this name; {@link #NAMES} has them all
   */
  public static Profile named(String name) {
    return find(name)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no profile '" + name + "'; there are " + String.join(", ", NAMES)));
  }

  /** A profile by its name, or a mixture made by {@link #mix}, if there is one. */
  public static Optional<Profile> find(String name) {
    Profile known = KNOWN.get(name);
    if (known == null && NAMES.contains(name)) {
      known = KNOWN.computeIfAbsent(name, Profiles::read);
    }
    return Optional.ofNullable(known);
  }

  /** A profile with one part of another, known by its name from now on. */
  public static Profile mix(Profile base, Cause cause, Profile other) {
    Profile mixed = base.with(cause, other);
    return KNOWN.computeIfAbsent(mixed.name(), unused -> mixed);
  }

  private static Profile read(String name) {
    String resource = "/profiles/" + name + ".yaml";
    try (InputStream in = Profiles.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("resource " + resource + " is missing from the hub");
      }
      JsonNode tree = YAML.readTree(in);
      return new ProfileReader(name, tree).profile();
    } catch (IOException e) {
      throw new UncheckedIOException("resource " + resource + " cannot be read", e);
    }
  }
}

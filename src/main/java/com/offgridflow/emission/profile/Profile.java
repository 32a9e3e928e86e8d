package com.offgridflow.emission.profile;

import java.util.EnumMap;
import java.util.Map;

/**
 * A methodology for cloud use, as data: which tables, which instance types and which of the rules
 * that the formulas know.
 *
 * <p>Rules: {@code memory.rule} is {@code full} or {@code beyond-processors} (the latter for {@code
 * memory.providers}, others count none); {@code replication.of} lists what copies are counted for:
 * {@code compute}, {@code memory}, {@code storage}; {@code month.hours} is {@code 730} or {@code
 * calendar}; {@code usage.unknown} is {@code none} or {@code service-average}; {@code
 * byte-prefix.memory}, {@code .storage} and {@code .network} are each a {@link BytePrefix}.
 *
 * @param name e.g. {@code ccf-2024}; stands on every emission
 * @param title for people
 * @param source whose methodology it is, with edition and licence
 * @param parts one per cause
 */
public record Profile(String name, String title, String source, Map<Cause, Part> parts) {

  public Profile {
    for (Cause cause : Cause.values()) {
      if (!parts.containsKey(cause)) {
        throw new IllegalArgumentException(
            "profile '" + name + "' lacks its part '" + cause.code() + "'");
      }
    }
    parts = Map.copyOf(parts);
    for (String use : BytePrefix.USES) {
      checkBytes(name, parts.get(Cause.BYTE_PREFIX), use);
    }
  }

  private static void checkBytes(String name, Part part, String use) {
    try {
      BytePrefix.of(part, use);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("profile '" + name + "': " + e.getMessage(), e);
    }
  }

  public Part part(Cause cause) {
    return parts.get(cause);
  }

  /**
   * How many bytes the GB of its coefficients has.
   *
   * @param use one of {@link BytePrefix#USES}
   */
  public BytePrefix bytes(String use) {
    return BytePrefix.of(part(Cause.BYTE_PREFIX), use);
  }

  /** This profile with one part of another; its name tells both. */
  Profile with(Cause cause, Profile other) {
    Map<Cause, Part> mixed = new EnumMap<>(parts);
    mixed.put(cause, other.part(cause));
    return new Profile(
        name + Profiles.MIXED + cause.code() + "=" + other.name, title, source, mixed);
  }
}

package com.offgridflow.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The manifest of a legacy Cost and Usage Report: which objects make up the period now. */
public final class CurManifest {
  private CurManifest() {}

  /**
   * Finds the objects that the manifest names. Keys are matched from the end, because a directory
   * may hold a copy of only the lower part of the bucket.
   *
   * @throws RefusedDeliveryException when the manifest cannot be read or names a missing object
   */
  public static List<RemoteObject> objects(
      Path manifest, String name, Collection<RemoteObject> present) {
    List<RemoteObject> objects = new ArrayList<>();
    for (JsonNode key : keys(manifest, name)) {
      objects.add(find(key.asText(), present).orElseThrow(() -> missing(name, key.asText())));
    }
    return objects;
  }

  private static JsonNode keys(Path manifest, String name) {
    try {
      JsonNode keys = new ObjectMapper().readTree(manifest.toFile()).path("reportKeys");
      if (keys.isArray() && !keys.isEmpty()) {
        return keys;
      }
      throw new RefusedDeliveryException(
          name,
          "reportKeys",
          "",
          "BAD_MANIFEST",
          "the manifest names no objects",
          "a list of keys");
    } catch (IOException e) {
      throw new RefusedDeliveryException(
          name,
          "",
          "",
          "BAD_MANIFEST",
          "the manifest is not JSON: " + e.getMessage(),
          "valid JSON");
    }
  }

  /** The object that a manifest's key means. */
  static Optional<RemoteObject> find(String key, Collection<RemoteObject> present) {
    return present.stream()
        .filter(object -> key.equals(object.name()) || key.endsWith("/" + object.name()))
        .findFirst();
  }

  private static RefusedDeliveryException missing(String manifest, String key) {
    return missing(manifest, "reportKeys", key);
  }

  static RefusedDeliveryException missing(String manifest, String field, String key) {
    return new RefusedDeliveryException(
        manifest,
        field,
        key,
        "MISSING_OBJECT",
        "the manifest names an object that is not there",
        "the object, or a newer manifest; the next sync looks again");
  }
}

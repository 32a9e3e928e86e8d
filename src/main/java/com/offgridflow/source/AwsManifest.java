package com.offgridflow.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The manifest of a legacy Cost and Usage Report ({@code reportKeys}) or of a Data Export ({@code
 * dataFiles}, full {@code s3://} addresses): which objects make up the month now.
 */
public final class AwsManifest {
  private static final String REPORT_KEYS = "reportKeys";
  private static final String DATA_FILES = "dataFiles";

  private AwsManifest() {}

  /**
   * Finds the objects that the manifest names. Keys are matched from the end, because a directory
   * may hold a copy of only the lower part of the bucket.
   *
   * @return none for an export without lines
   * @throws RefusedDeliveryException when the manifest cannot be read or names a missing object
   */
  public static List<RemoteObject> objects(
      Path manifest, String name, Collection<RemoteObject> present) {
    JsonNode json = json(manifest, name);
    String field = json.has(DATA_FILES) ? DATA_FILES : REPORT_KEYS;
    List<RemoteObject> objects = new ArrayList<>();
    for (JsonNode key : keys(json, field, name)) {
      objects.add(
          find(key.asText().replaceFirst("^s3://[^/]+/", ""), present)
              .orElseThrow(() -> missing(name, field, key.asText())));
    }
    return objects;
  }

  private static JsonNode keys(JsonNode manifest, String field, String name) {
    JsonNode keys = manifest.path(field);
    if (keys.isArray() && (!keys.isEmpty() || field.equals(DATA_FILES))) {
      return keys;
    }
    throw bad(name, field, "the manifest names no objects", "a list of keys");
  }

  private static JsonNode json(Path manifest, String name) {
    try {
      return new ObjectMapper().readTree(manifest.toFile());
    } catch (IOException e) {
      throw bad(name, "", "the manifest is not JSON: " + e.getMessage(), "valid JSON");
    }
  }

  private static RefusedDeliveryException bad(
      String name, String field, String message, String mitigation) {
    return new RefusedDeliveryException(name, field, "", "BAD_MANIFEST", message, mitigation);
  }

  /** The object that a manifest's key means: that of this name, else that of most of it. */
  static Optional<RemoteObject> find(String key, Collection<RemoteObject> present) {
    return present.stream()
        .filter(object -> key.equals(object.name()) || key.endsWith("/" + object.name()))
        .max(Comparator.comparingInt(object -> object.name().length()));
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

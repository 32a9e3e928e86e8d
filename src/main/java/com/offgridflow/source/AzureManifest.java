package com.offgridflow.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The manifest of a run of an Azure Cost Management export: which blobs it wrote. Fields as in
 * Microsoft Learn, "Create and manage Cost Management exports", and as FinOps hubs read them
 * (microsoft/finops-toolkit, msexports_ExecuteETL).
 *
 * @param dataset what was exported, for example {@code AmortizedCost}; empty when it does not say
 * @param objects the blobs, none in a month without use
 * @param rows data rows in all of them, where it says
 */
public record AzureManifest(String dataset, List<RemoteObject> objects, Optional<Long> rows) {

  /** What a connection reads that names no dataset. */
  public static final String USUAL_DATASET = "AmortizedCost";

  public AzureManifest {
    objects = List.copyOf(objects);
  }

  /**
   * @param name of the manifest, for messages
   * @param present what is at the location
   * @throws RefusedDeliveryException when it cannot be read, or an object that it names is missing
   *     or has another size
   */
  public static AzureManifest read(Path file, String name, Collection<RemoteObject> present) {
    JsonNode manifest = json(file, name);
    List<RemoteObject> objects = new ArrayList<>();
    for (JsonNode blob : manifest.path("blobs")) {
      objects.add(object(blob, name, present));
    }
    JsonNode rows = manifest.path("dataRowCount");
    return new AzureManifest(
        manifest.path("exportConfig").path("type").asText(""),
        objects,
        rows.isIntegralNumber() ? Optional.of(rows.asLong()) : Optional.empty());
  }

  /**
   * Keeps a connection to one view of the cost: the actual, the amortised and the FOCUS export of a
   * month each have all of its usage.
   *
   * @throws RefusedDeliveryException when this is another dataset than the wanted one
   */
  public void require(String wanted, String name) {
    if (!dataset.isEmpty() && !dataset.equalsIgnoreCase(wanted)) {
      throw new RefusedDeliveryException(
          name,
          "exportConfig.type",
          dataset,
          "OTHER_DATASET",
          "this connection reads " + wanted + "; a second dataset would count the same usage again",
          "an export of "
              + wanted
              + ", or the connection's setting dataset to be ActualCost, AmortizedCost or FocusCost");
    }
  }

  private static JsonNode json(Path file, String name) {
    try {
      JsonNode manifest = new ObjectMapper().readTree(file.toFile());
      if (manifest.path("blobs").isArray()) {
        return manifest;
      }
      throw new RefusedDeliveryException(
          name, "blobs", "", "BAD_MANIFEST", "the manifest has no list of blobs", "a list");
    } catch (IOException e) {
      throw new RefusedDeliveryException(
          name,
          "",
          "",
          "BAD_MANIFEST",
          "the manifest is not JSON",
          "the manifest as Azure wrote it");
    }
  }

  private static RemoteObject object(
      JsonNode blob, String manifest, Collection<RemoteObject> present) {
    String key = blob.path("blobName").asText();
    RemoteObject found =
        AwsManifest.find(key, present)
            .orElseThrow(() -> AwsManifest.missing(manifest, "blobs.blobName", key));
    JsonNode bytes = blob.path("byteCount");
    if (bytes.isIntegralNumber() && bytes.asLong() != found.bytes()) {
      throw new RefusedDeliveryException(
          manifest,
          "blobs.byteCount",
          bytes.asText(),
          "OTHER_SIZE",
          key + " has " + found.bytes() + " bytes",
          "the blob as the manifest has it; the next sync looks again");
    }
    return found;
  }
}

package com.offgridflow.factor;

import java.io.Reader;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The catalogue of virtual machine types, immutable. */
public final class CloudInstances {
  private static final String[] COLUMNS = {
    "provider",
    "instance_type",
    "lookup_key",
    "vcpus",
    "memory_gb",
    "server_vcpus",
    "server_embodied_kg",
    "processors",
    "baseline",
    "id",
    "publisher",
    "edition",
    "table_name",
    "row_name",
    "licence",
    "note",
    "gpus",
    "gpu_processors"
  };

  private static final Pattern SERVICE_TYPE =
      Pattern.compile("(db|cache|dax|dms|ml|mq|kafka)\\.[a-z0-9-]+\\.");

  private final Map<Key, CloudInstance> byKey = new HashMap<>();

  private record Key(String provider, String lookupKey) {}

  /**
   * @throws IllegalArgumentException when a provider has a type twice
   */
  public CloudInstances(Collection<CloudInstance> all) {
    for (CloudInstance instance : all) {
      Key key = new Key(instance.provider(), CloudInstance.lookupKey(instance.type()));
      if (byKey.put(key, instance) != null) {
        throw new IllegalArgumentException(
            "instance type '" + instance.type() + "' of " + instance.provider() + " occurs twice");
      }
    }
  }

  /**
   * Finds a type however the bill writes it. A managed service's name of a type, such as {@code
   * db.m5.large} or {@code cache.r5.large}, is the machine that it runs on.
   */
  public Optional<CloudInstance> find(String provider, String type) {
    String supplier = Places.supplier(provider);
    String key = CloudInstance.lookupKey(type);
    CloudInstance found = byKey.get(new Key(supplier, key));
    if (found == null && SERVICE_TYPE.matcher(key).lookingAt()) {
      found = byKey.get(new Key(supplier, key.substring(key.indexOf('.') + 1)));
    }
    return Optional.ofNullable(found);
  }

  public Stream<CloudInstance> stream() {
    return byKey.values().stream();
  }

  /**
   * @param table the table's name, for messages
   * @throws FactorFormatException naming table, row, column and value
   */
  public static List<CloudInstance> read(String table, Reader reader) {
    return CsvRow.read(table, reader, COLUMNS).stream().map(CloudInstances::instance).toList();
  }

  private static CloudInstance instance(CsvRow row) {
    BigDecimal vcpus = row.requiredNumber("vcpus");
    if (vcpus.signum() <= 0) {
      throw row.bad("vcpus", "more than 0");
    }
    return new CloudInstance(
        row.required("id"),
        row.required("provider"),
        row.required("instance_type"),
        vcpus,
        row.number("memory_gb"),
        row.number("server_vcpus"),
        row.number("server_embodied_kg"),
        row.text("processors").isEmpty() ? List.of() : List.of(row.text("processors").split(";")),
        row.number("baseline"),
        row.number("gpus"),
        row.text("gpu_processors"),
        FactorCsv.source(row),
        row.text("note"));
  }
}

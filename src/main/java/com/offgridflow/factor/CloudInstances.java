package com.offgridflow.factor;

import java.io.Reader;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  /** Finds a type however the bill writes it. */
  public Optional<CloudInstance> find(String provider, String type) {
    return Optional.ofNullable(
        byKey.get(new Key(Places.supplier(provider), CloudInstance.lookupKey(type))));
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

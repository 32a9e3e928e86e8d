package com.offgridflow.lake;

import java.util.List;
import java.util.stream.Collectors;

/** The relation {@code cloud_instance} of a rollup, written out: a cluster has no table of it. */
final class ClusterInstances {
  /** Says the types, and is nobody's. */
  private static final String NO_INSTANCE =
      "(cast(null as varchar), cast(null as varchar), cast(null as decimal(12, 3)), cast(null as decimal(12, 3)))";

  private ClusterInstances() {}

  /** A named query of a WITH clause, in Trino's SQL. */
  static String relation(List<CloudInstance> instances) {
    return instances.stream()
        .map(
            i ->
                ",\n(%s, %s, %s, %s)"
                    .formatted(
                        SqlText.literal(i.provider()),
                        SqlText.literal(i.instanceType()),
                        i.vcpus().toPlainString(),
                        i.memoryGb().map(gb -> gb.toPlainString()).orElse("null")))
        .collect(
            Collectors.joining(
                "",
                "cloud_instance (provider, instance_type, vcpus, memory_gb) as (values\n"
                    + NO_INSTANCE,
                "\n)"));
  }
}

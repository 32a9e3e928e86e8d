package com.offgridflow.activity;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a tenant used or did, in the classes that estimating tells apart. The codes are the ones of
 * {@code schemas/activity-1.json}, rollup SQL and factor tables.
 */
public enum ActivityKind {
  /** Purchased electricity, subject: empty. */
  ELECTRICITY("electricity"),
  /** Fuel burnt in the tenant's own equipment, subject: the fuel, e.g. {@code natural-gas}. */
  STATIONARY_COMBUSTION("stationary-combustion"),
  /** Virtual processor time in vCPU-h, subject: instance type, or empty when not known. */
  CLOUD_COMPUTE("cloud.compute"),
  /** Memory held in GB-h, subject: instance type, or empty when not known. */
  CLOUD_MEMORY("cloud.memory"),
  /** Solid-state storage in TB-h, subject: the storage class that decides replication. */
  CLOUD_STORAGE_SSD("cloud.storage.ssd"),
  /** Spinning-disk storage in TB-h, subject: the storage class that decides replication. */
  CLOUD_STORAGE_HDD("cloud.storage.hdd"),
  /** Data moved in GB, subject: empty. */
  CLOUD_NETWORK("cloud.network"),
  /** Any other cloud use, subject: the provider's name of the usage, in the provider's unit. */
  CLOUD_OTHER("cloud.other");

  private static final Map<String, ActivityKind> BY_CODE =
      Arrays.stream(values()).collect(Collectors.toMap(ActivityKind::code, Function.identity()));

  private final String code;

  ActivityKind(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  public static Optional<ActivityKind> ofCode(String code) {
    return Optional.ofNullable(BY_CODE.get(code));
  }
}

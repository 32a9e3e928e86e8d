package com.offgridflow.activity;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a tenant used or did, in the classes that estimating tells apart. The codes are the ones of
 * {@code schemas/activity-1.json}, rollup SQL and factor tables. A kind that stands in the value
 * chain knows its category of the GHG Protocol's Scope 3 Standard (2011), chapter 5.
 */
public enum ActivityKind {
  /** Purchased electricity, subject: empty. */
  ELECTRICITY("electricity"),
  /** Purchased heat, subject: the network or fuel, or empty. */
  HEAT("heat"),
  /** Purchased steam, subject: as for heat. */
  STEAM("steam"),
  /** Purchased cooling, subject: the technology, or empty. */
  COOLING("cooling"),
  /** Fuel burnt in the tenant's own equipment, subject: the fuel, e.g. {@code natural-gas}. */
  STATIONARY_COMBUSTION("stationary-combustion"),
  /** The tenant's own vehicles, by fuel or by distance; subject: fuel or vehicle. */
  MOBILE_COMBUSTION("mobile-combustion"),
  /** One movement of a refrigerant's mass balance, subject: gas or blend. */
  FUGITIVE_MASS_BALANCE("fugitive.mass-balance"),
  /** Equipment screened for leaks by its capacity, subject: gas or blend. */
  FUGITIVE_SCREENING("fugitive.screening"),
  /** An industrial process with a factor of its own, subject: the process. */
  PROCESS("process"),
  /** Clinker made. */
  PROCESS_CEMENT("process.cement"),
  /** Lime made, subject: type of lime. */
  PROCESS_LIME("process.lime"),
  /** One input or output of the carbon balance of a steelworks, subject: the material. */
  PROCESS_STEEL("process.steel"),
  /** Purchased goods and services, subject: product, material or sector. */
  PURCHASED_GOODS("purchased-goods", 1),
  /** Capital goods, subject: as for purchased goods. */
  CAPITAL_GOODS("capital-goods", 2),
  /** Fuel- and energy-related activities beyond Scopes 1 and 2, subject: fuel or energy. */
  FUEL_AND_ENERGY("fuel-and-energy", 3),
  /** Transport and storage paid for by the tenant, subject: vehicle or service. */
  FREIGHT_UPSTREAM("freight-upstream", 4),
  /** Waste of operations, subject: material and treatment. */
  WASTE("waste", 5),
  /** Business travel, subject: means of travel. */
  BUSINESS_TRAVEL("business-travel", 6),
  /** Employees' ways to work and their work at home, subject: means of travel. */
  COMMUTING("commuting", 7),
  /** Assets leased by the tenant, subject: asset or energy. */
  LEASED_UPSTREAM("leased-upstream", 8),
  /** Transport and storage of sold products not paid for by the tenant, subject as upstream. */
  FREIGHT_DOWNSTREAM("freight-downstream", 9),
  /** Processing of sold intermediate products, subject: process or energy. */
  PROCESSING_OF_SOLD("processing-of-sold", 10),
  /** Use of sold products over their life, subject: energy, fuel or gas. */
  USE_OF_SOLD("use-of-sold", 11),
  /** End of life of sold products, subject: material and treatment. */
  END_OF_LIFE("end-of-life", 12),
  /** Assets leased to others, subject: asset or energy. */
  LEASED_DOWNSTREAM("leased-downstream", 13),
  /** Franchises, subject: asset or energy. */
  FRANCHISE("franchise", 14),
  /** Investments, subject: sector or project. */
  INVESTMENT("investment", 15),
  /** Virtual processor time in vCPU-h, subject: instance type, or empty when not known. */
  CLOUD_COMPUTE("cloud.compute", 1),
  /** Memory held in GiB-h, subject: instance type, or empty when not known. */
  CLOUD_MEMORY("cloud.memory", 1),
  /** Solid-state storage in GiB-h or TB-h, subject: the storage class that decides replication. */
  CLOUD_STORAGE_SSD("cloud.storage.ssd", 1),
  /**
   * Spinning-disk storage in GiB-h or TB-h, subject: the storage class that decides replication.
   */
  CLOUD_STORAGE_HDD("cloud.storage.hdd", 1),
  /** Data moved in GiB or GB, subject: empty. */
  CLOUD_NETWORK("cloud.network", 1),
  /** Any other cloud use, subject: the provider's name of the usage, in the provider's unit. */
  CLOUD_OTHER("cloud.other", 1),
  /** What a cloud provider reports for a customer, in kg CO2e, subject: the provider's method. */
  CLOUD_REPORTED("cloud.reported", 1);

  private static final Map<String, ActivityKind> BY_CODE =
      Arrays.stream(values()).collect(Collectors.toMap(ActivityKind::code, Function.identity()));

  private final String code;
  private final Optional<Integer> category;

  ActivityKind(String code) {
    this.code = code;
    this.category = Optional.empty();
  }

  ActivityKind(String code, int category) {
    this.code = code;
    this.category = Optional.of(category);
  }

  public String code() {
    return code;
  }

  /** Category of Scope 3, 1 to 15; empty for what belongs to Scopes 1 and 2. */
  public Optional<Integer> category() {
    return category;
  }

  public static Optional<ActivityKind> ofCode(String code) {
    return Optional.ofNullable(BY_CODE.get(code));
  }
}

package com.offgridflow.factor;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The kinds of factor tables. Emission factors count kg CO2e, coefficients anything else. */
public final class FactorKind {
  /** Location-based grid intensity, kg CO2e per energy. */
  public static final String GRID = "grid.location";

  /** What is left of a grid after certificates and contracts, kg CO2e per energy. */
  public static final String RESIDUAL_MIX = "grid.residual-mix";

  /**
   * A supplier's rate of what it delivers, subject: carrier, place: supplier; kg CO2e per energy.
   */
  public static final String SUPPLIER_RATE = "grid.supplier-rate";

  /** Fuel burnt, subject: fuel; kg CO2e per energy, volume or mass. */
  public static final String COMBUSTION = "stationary-combustion";

  /** Fuel burnt in vehicles, subject: fuel. */
  public static final String MOBILE = "mobile-combustion";

  /** CH4 and N2O of vehicles beside the CO2 of their fuel, subject: vehicle. */
  public static final String MOBILE_CH4_N2O = "mobile-combustion.ch4-n2o";

  /** Own vehicles by distance, subject: vehicle. */
  public static final String MOBILE_DISTANCE = "mobile-distance";

  /** Fuel energy of own vehicles by distance, subject: vehicle; kWh of net calorific value. */
  public static final String VEHICLE_ENERGY = "vehicle.energy";

  /** Share of the charge that leaks in a year, subject: equipment and phase. */
  public static final String LEAK_RATE = "fugitive.leak-rate";

  /** Industrial processes, subject: process; kg CO2e per amount made or used. */
  public static final String PROCESS = "process";

  /** Corrections of industrial processes, subject: what is corrected for. */
  public static final String CORRECTION = "process.correction";

  /** Carbon in a material, subject: material; kg of carbon per kg. */
  public static final String CARBON_CONTENT = "process.carbon-content";

  /** Fuel from well to tank, subject: fuel. */
  public static final String UPSTREAM_FUEL = "upstream.fuel";

  /** Electricity's fuels from well to power station; subject {@code td}: those of the losses. */
  public static final String UPSTREAM_ELECTRICITY = "upstream.electricity";

  /** Losses of transmission and distribution. */
  public static final String UPSTREAM_TD = "upstream.td";

  /** Heat's fuels; subject {@code distribution}: its losses. */
  public static final String UPSTREAM_HEAT = "upstream.heat";

  /** Fuel of vehicles by distance, from well to tank. */
  public static final String UPSTREAM_VEHICLE = "upstream.vehicle";

  /** Fuel of travel, from well to tank. */
  public static final String UPSTREAM_TRAVEL = "upstream.travel";

  /** Fuel of freight, from well to tank. */
  public static final String UPSTREAM_FREIGHT = "upstream.freight";

  /** Goods from cradle to gate, subject: material. */
  public static final String MATERIAL = "material";

  /** Transport and storage of goods, subject: vehicle or storage. */
  public static final String FREIGHT = "freight";

  /** Treatment of waste, subject: material and treatment. */
  public static final String WASTE = "waste";

  /** Travel, subject: means and class. */
  public static final String TRAVEL = "travel";

  /** Nights in hotels. */
  public static final String ACCOMMODATION = "accommodation";

  /** Work at home, and ways to work where travel factors do not fit. */
  public static final String COMMUTING = "commuting";

  /** Money spent, subject: sector; kg CO2e per money of a price year. */
  public static final String SPEND = "spend";

  /** Leased assets and franchises, subject: type; kg CO2e per area or piece and year. */
  public static final String ASSET = "asset";

  /** Power of an idle vCPU, subject: processor, or empty for the provider's average. */
  public static final String MIN_WATTS = "cloud.processor.min-watts";

  /** Power of a fully used vCPU, subject as in {@link #MIN_WATTS}. */
  public static final String MAX_WATTS = "cloud.processor.max-watts";

  /** Memory that a measured processor came with, GB per chip, subject as in {@link #MIN_WATTS}. */
  public static final String PROCESSOR_MEMORY = "cloud.processor.memory";

  /** Power of an idle GPU, subject: the GPU. */
  public static final String GPU_MIN_WATTS = "cloud.gpu.min-watts";

  /** Power of a fully used GPU, subject: the GPU. */
  public static final String GPU_MAX_WATTS = "cloud.gpu.max-watts";

  /** Share of full use assumed for virtual machines. */
  public static final String UTILISATION = "cloud.utilisation";

  /** Energy of a data centre per energy of its machines. */
  public static final String PUE = "cloud.pue";

  /** Energy of memory per GB-h. */
  public static final String MEMORY_ENERGY = "cloud.memory.energy";

  /** Energy of solid-state storage per TB-h. */
  public static final String SSD_ENERGY = "cloud.storage.ssd.energy";

  /** Energy of spinning-disk storage per TB-h. */
  public static final String HDD_ENERGY = "cloud.storage.hdd.energy";

  /** Copies a provider keeps, subject: storage class, or empty for the provider's default. */
  public static final String REPLICATION = "cloud.storage.replication";

  /** Energy of moving a GB. */
  public static final String NETWORK_ENERGY = "cloud.network.energy";

  /** Making a server, subject: instance type; kg CO2e per server. */
  public static final String SERVER_EMBODIED = "cloud.server.embodied";

  /** Hours a server is used before it is replaced. */
  public static final String SERVER_LIFETIME = "cloud.server.lifetime";

  /** vCPUs of an instance type. */
  public static final String INSTANCE_VCPUS = "cloud.instance.vcpus";

  /** Memory of an instance type in GB as its provider states it. */
  public static final String INSTANCE_MEMORY = "cloud.instance.memory";

  /** Graphics processors of an instance type. */
  public static final String INSTANCE_GPUS = "cloud.instance.gpus";

  /** vCPUs of the largest type of an instance's family: the whole server. */
  public static final String SERVER_VCPUS = "cloud.server.vcpus";

  /** Share of a vCPU that a burstable type may use for good. */
  public static final String BASELINE = "cloud.instance.baseline";

  /** Gross (higher) heating value, subject: fuel; energy per mass or volume. */
  public static final String FUEL_GROSS = "fuel.heating-value.gross";

  /** Net (lower) heating value, subject: fuel; energy per mass or volume. */
  public static final String FUEL_NET = "fuel.heating-value.net";

  /** Density, subject: fuel; mass per volume. */
  public static final String FUEL_DENSITY = "fuel.density";

  private static final Set<String> ALL =
      Arrays.stream(FactorKind.class.getFields())
          .map(FactorKind::constant)
          .collect(Collectors.toCollection(TreeSet::new));

  private FactorKind() {}

  /** Every kind above, sorted. */
  public static Set<String> all() {
    return Collections.unmodifiableSet(ALL);
  }

  private static String constant(Field field) {
    try {
      return (String) field.get(null);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("public constants can be read", e);
    }
  }
}

package com.offgridflow.activity;

import static tech.units.indriya.unit.Units.HOUR;

import javax.measure.Unit;

/**
 * Processors and bytes. Bytes are decimal under SI prefixes and binary under IEC prefixes (IEC
 * 80000-13); what a provider calls GB is another matter, see {@link BilledUnit}. A month is 730 h,
 * as in {@link CountUnits}.
 */
final class ComputingUnits {
  private static final String[][] BYTES = {
    {"B", "0.000000001"},
    {"kB", "0.000001"},
    {"MB", "0.001"},
    {"GB", "1"},
    {"TB", "1000"},
    {"PB", "1000000"},
    {"KiB", "0.000001024"},
    {"MiB", "0.001048576"},
    {"GiB", "1.073741824"},
    {"TiB", "1099.511627776"},
    {"PiB", "1125899.906842624"},
  };

  private ComputingUnits() {}

  static void define(UnitTable table) {
    Unit<?> vcpu = table.base("vCPU");
    Unit<?> gpu = table.base("GPU");
    table
        .define("vCPU", vcpu, "1")
        .define("vCPU-h", vcpu.multiply(HOUR), "1")
        .define("vCPU-s", vcpu.multiply(HOUR.divide(3600)))
        .define("GPU", gpu, "1")
        .define("GPU-h", gpu.multiply(HOUR), "1")
        .define("server", table.base("server"), "1");
    Unit<?> gigabyte = table.base("GB");
    for (String[] row : BYTES) {
      table
          .define(row[0], gigabyte, row[1])
          .define(row[0] + "-h", gigabyte.multiply(HOUR), row[1])
          .define(row[0] + "-s", gigabyte.multiply(HOUR.divide(3600)), row[1])
          .define(row[0] + "-month", gigabyte.multiply(HOUR.multiply(730)), row[1]);
    }
  }
}

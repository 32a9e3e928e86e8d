package com.offgridflow.activity;

import static tech.units.indriya.unit.Units.KILOGRAM;
import static tech.units.indriya.unit.Units.METRE;

import javax.measure.Unit;

/**
 * Distance and what is moved over it. NIST Special Publication 811 (2008), Appendix B: mile
 * 1609.344 m, nautical mile 1852 m. A vehicle-kilometre is a kilometre that one vehicle drives,
 * hence a distance; a passenger-kilometre is one passenger's share of a vehicle and converts to no
 * distance.
 */
final class TransportUnits {
  private static final String KM = "1000";
  private static final String MILE = "1609.344";

  private TransportUnits() {}

  static void define(UnitTable table) {
    table
        .define("m", METRE, "1")
        .define("km", METRE, KM)
        .define("mile", METRE, MILE)
        .define("nmi", METRE, "1852")
        .define("vehicle-km", METRE, KM)
        .define("vehicle-mile", METRE, MILE);
    Unit<?> passengerMetre = table.base("passenger").multiply(METRE);
    table.define("passenger-km", passengerMetre, KM).define("passenger-mile", passengerMetre, MILE);
    Unit<?> kilogramMetre = KILOGRAM.multiply(METRE);
    table
        .define("kg-km", kilogramMetre, KM)
        .define("t-km", kilogramMetre, "1000000")
        .define("short-ton-mile", kilogramMetre, "1459972.31821056")
        .define("TEU-km", table.base("TEU").multiply(METRE), KM);
  }
}

package com.offgridflow.activity;

import static tech.units.indriya.unit.Units.CUBIC_METRE;
import static tech.units.indriya.unit.Units.KILOGRAM;

import tech.units.indriya.function.RationalNumber;

/**
 * Volume and mass. NIST Special Publication 811 (2008), Appendix B: pound 0.45359237 kg, short ton
 * 2000 lb, long ton 2240 lb, US gallon 3.785411784 L, imperial gallon 4.54609 L, barrel of
 * petroleum 42 US gallons, cubic foot 0.028316846592 m3.
 *
 * <p>m3, scf, ccf and Mcf are taken as plain volume at the conditions of the factor they meet. A
 * normal cubic metre is gas at 0 °C (DIN 1343); as an ideal gas it fills 288.15/273.15 m3 at the 15
 * °C of ISO 13443, at the same 101.325 kPa.
 */
final class MatterUnits {
  private MatterUnits() {}

  static void define(UnitTable table) {
    table
        .define("m3", CUBIC_METRE, "1")
        .define("L", CUBIC_METRE, "0.001")
        .define("kL", CUBIC_METRE, "1")
        .define("ML", CUBIC_METRE, "1000")
        .define("gal", CUBIC_METRE, "0.003785411784")
        .define("imp-gal", CUBIC_METRE, "0.00454609")
        .define("bbl", CUBIC_METRE, "0.158987294928")
        .define("scf", CUBIC_METRE, "0.028316846592")
        .define("ccf", CUBIC_METRE, "2.8316846592")
        .define("Mcf", CUBIC_METRE, "28.316846592")
        .define("MMcf", CUBIC_METRE, "28316.846592")
        .define("Nm3", CUBIC_METRE.multiply(RationalNumber.of(28815, 27315)));
    table
        .define("kg", KILOGRAM, "1")
        .define("g", KILOGRAM, "0.001")
        .define("t", KILOGRAM, "1000")
        .define("kt", KILOGRAM, "1000000")
        .define("lb", KILOGRAM, "0.45359237")
        .define("short-ton", KILOGRAM, "907.18474")
        .define("long-ton", KILOGRAM, "1016.0469088")
        .define("kg CO2e", table.base("kg CO2e"), "1");
  }
}

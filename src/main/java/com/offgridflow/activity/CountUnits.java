package com.offgridflow.activity;

import static tech.units.indriya.AbstractUnit.ONE;
import static tech.units.indriya.unit.Units.HOUR;
import static tech.units.indriya.unit.Units.SQUARE_METRE;

import javax.measure.Unit;

/**
 * Time, area and what is counted. A year is 8,760 h and a month a twelfth of it, 730 h: a unit
 * cannot know its year, and what is billed by the month is converted with the month's own hours
 * before (see {@link BilledUnit}). Square foot: NIST Special Publication 811 (2008), Appendix B,
 * 0.09290304 m2.
 *
 * <p>A person-day is a day on which one person works or travels, not 24 hours of anything.
 */
final class CountUnits {
  private CountUnits() {}

  static void define(UnitTable table) {
    table
        .define("1", ONE, "1")
        .define("s", HOUR.divide(3600))
        .define("min", HOUR.divide(60))
        .define("h", HOUR, "1")
        .define("day", HOUR, "24");
    Unit<?> squareMetreHour = SQUARE_METRE.multiply(HOUR);
    table
        .define("m2", SQUARE_METRE, "1")
        .define("ft2", SQUARE_METRE, "0.09290304")
        .define("ha", SQUARE_METRE, "10000")
        .define("m2-year", squareMetreHour, "8760")
        .define("ft2-year", squareMetreHour, "813.8306304");
    table
        .define("room-night", table.base("room-night"), "1")
        .define("person-day", table.base("person-day"), "1")
        .define("FTE-h", table.base("FTE").multiply(HOUR), "1");
  }
}

package com.offgridflow.activity;

import static tech.units.indriya.unit.Units.HOUR;
import static tech.units.indriya.unit.Units.JOULE;
import static tech.units.indriya.unit.Units.WATT;

import javax.measure.Unit;

/**
 * Energy and power. NIST Special Publication 811 (2008), Appendix B: British thermal unit (IT)
 * 1055.05585262 J; ton of refrigeration 12,000 Btu (IT) per hour. A therm is 100,000 Btu as in US
 * gas billing and 40 CFR 98, a dekatherm ten of them.
 *
 * <p>Energy of a fuel is gross (higher heating value) in plain units. Net energy (lower heating
 * value) is a dimension of its own, because the two are related by the fuel and not by a number:
 * see {@code factor.FuelConversion}.
 */
final class EnergyUnits {
  private EnergyUnits() {}

  static void define(UnitTable table) {
    Unit<?> wattHour = WATT.multiply(HOUR);
    table.define("W", WATT, "1").define("kW", WATT, "1000").define("MW", WATT, "1000000");
    table
        .define("Wh", wattHour, "1")
        .define("kWh", wattHour, "1000")
        .define("MWh", wattHour, "1000000")
        .define("GWh", wattHour, "1000000000")
        .define("TWh", wattHour, "1000000000000")
        .define("J", JOULE, "1")
        .define("kJ", JOULE, "1000")
        .define("MJ", JOULE, "1000000")
        .define("GJ", JOULE, "1000000000")
        .define("TJ", JOULE, "1000000000000")
        .define("BTU", JOULE, "1055.05585262")
        .define("kBtu", JOULE, "1055055.85262")
        .define("therm", JOULE, "105505585.262")
        .define("Dth", JOULE, "1055055852.62")
        .define("mmBtu", JOULE, "1055055852.62")
        .define("ton-h-refrigeration", JOULE, "12660670.23144");
    net(table);
  }

  private static void net(UnitTable table) {
    Unit<?> joule = table.base("J-net");
    table
        .define("kWh-net", joule, "3600000")
        .define("MWh-net", joule, "3600000000")
        .define("MJ-net", joule, "1000000")
        .define("GJ-net", joule, "1000000000")
        .define("TJ-net", joule, "1000000000000")
        .define("mmBtu-net", joule, "1055055852.62");
  }
}

package com.offgridflow.source;

import com.offgridflow.activity.SiteDetails;
import com.offgridflow.intake.Rejection;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A row of a utility bill file, mapped to a record of the activity schema. Dates on bills are days
 * at the site, the last one included; the record's period is half-open in UTC.
 */
public final class UtilityBill {
  /** Columns without which a row says nothing. */
  public static final List<String> REQUIRED =
      List.of("kind", "quantity", "unit", "period_start", "period_end");

  private static final String COMBUSTION = "stationary-combustion";

  private static final List<String> PURCHASED = List.of("electricity", "heat", "steam", "cooling");

  /** What bills call fuels, and the names that factors have for them. */
  private static final Map<String, String> FUELS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("natural-gas", "natural-gas"),
              Map.entry("gas", "natural-gas"),
              Map.entry("diesel", "distillate-fuel-oil-no-2"),
              Map.entry("heating-oil", "distillate-fuel-oil-no-2"),
              Map.entry("fuel-oil-no-6", "residual-fuel-oil-no-6"),
              Map.entry("propane", "propane"),
              Map.entry("lpg", "lpg"),
              Map.entry("petrol", "motor-gasoline"),
              Map.entry("gasoline", "motor-gasoline"),
              Map.entry("kerosene", "kerosene"),
              Map.entry("wood", "wood-and-wood-residuals")));

  /** Spellings that bills have for a unit, in lower case, and the unit's symbol. */
  private static final Map<String, String> UNITS =
      Map.ofEntries(
          Map.entry("kwh", "kWh"),
          Map.entry("mwh", "MWh"),
          Map.entry("gwh", "GWh"),
          Map.entry("mmbtu", "mmBtu"),
          Map.entry("therm", "therm"),
          Map.entry("therms", "therm"),
          Map.entry("ccf", "ccf"),
          Map.entry("mcf", "Mcf"),
          Map.entry("gj", "GJ"),
          Map.entry("tonne", "t"),
          Map.entry("tonnes", "t"),
          Map.entry("gallon", "gal"),
          Map.entry("gallons", "gal"),
          Map.entry("litre", "L"),
          Map.entry("litres", "L"),
          Map.entry("liter", "L"),
          Map.entry("liters", "L"),
          Map.entry("l", "L"),
          Map.entry("m\u00b3", "m3"));

  private UtilityBill() {}

  /**
   * Maps a row.
   *
   * @param row cells by column name
   * @param line where it stands, for example {@code line 12}
   * @param object the file
   * @param connectionZone the zone of the bill's days where its row names none
   * @throws RejectedRowException when a cell says nothing that can be mapped
   */
  public static Map<String, Object> toRecord(
      Map<String, String> row, String line, LocalObject object, ZoneId connectionZone) {
    Cells cells = new Cells(row, line, object.name());
    ZoneId zone = zone(cells, connectionZone);
    Map<String, Object> record = new LinkedHashMap<>();
    record.put("record_key", key(cells));
    putKind(record, cells);
    record.put("quantity", cells.required("quantity", "the amount that was used, like 1234.5"));
    String unit = cells.required("unit", "the unit of the amount, like kWh");
    record.put("unit", UNITS.getOrDefault(unit.toLowerCase(Locale.ROOT), unit));
    putPeriod(record, cells, zone);
    record.put("supplier", cells.text("supplier"));
    record.put("postcode", cells.text("postcode"));
    record.put("country", cells.text("country"));
    record.put("facility", cells.text("site"));
    record.put("account", cells.text("account"));
    record.put("details", details(cells, zone));
    if (!cells.text("cost").isEmpty()) {
      record.put("cost", cells.text("cost"));
      record.put("currency", cells.required("currency", "the currency of the cost, like EUR"));
    }
    record.put("evidence_object", object.name());
    record.put("evidence_digest", object.digest());
    record.put("locator", line);
    record.put("lines", 1);
    return record;
  }

  /**
   * The bill's own number where it has one, so that the same bill in another file is known. An
   * account can have several meters, each with a row of its own.
   */
  private static String key(Cells cells) {
    return Stream.of("invoice", "account", "site", "kind", "period_start", "meter")
        .filter(column -> !column.equals("meter") || !cells.text(column).isEmpty())
        .map(cells::text)
        .collect(Collectors.joining("/"));
  }

  private static Map<String, String> details(Cells cells, ZoneId zone) {
    Map<String, String> details = new TreeMap<>();
    details.put(SiteDetails.TIME_ZONE, zone.getId());
    if (!cells.text("meter").isEmpty()) {
      details.put(SiteDetails.METER, cells.text("meter"));
    }
    return details;
  }

  /** The site's own zone where the row names one. */
  private static ZoneId zone(Cells cells, ZoneId zone) {
    String name = cells.text("time_zone");
    try {
      return name.isEmpty() ? zone : SiteDetails.zone(name);
    } catch (IllegalArgumentException e) {
      throw cells.rejected(
          "time_zone",
          "UNKNOWN_TIME_ZONE",
          "no such time zone",
          "a name like Europe/Berlin or UTC");
    }
  }

  private static void putKind(Map<String, Object> record, Cells cells) {
    String kind =
        cells
            .required("kind", "what was used: electricity, heat, or a fuel like natural-gas")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[ _]+", "-");
    if (PURCHASED.contains(kind)) {
      record.put("kind", kind);
      return;
    }
    String fuel = FUELS.get(kind);
    if (fuel == null) {
      throw cells.rejected(
          "kind",
          "UNKNOWN_KIND",
          "the fuel is not known",
          "one of " + PURCHASED + " or of the fuels " + FUELS.keySet());
    }
    record.put("kind", COMBUSTION);
    record.put("subject", fuel);
  }

  private static void putPeriod(Map<String, Object> record, Cells cells, ZoneId zone) {
    LocalDate first = day(cells, "period_start");
    LocalDate last = day(cells, "period_end");
    if (last.isBefore(first)) {
      throw cells.rejected(
          "period_end",
          "INVALID_PERIOD",
          "the period ends before it starts on " + first,
          "the last day of the period, on or after its first");
    }
    record.put("period_start", first.atStartOfDay(zone).toInstant().toString());
    record.put("period_end", last.plusDays(1).atStartOfDay(zone).toInstant().toString());
  }

  private static LocalDate day(Cells cells, String column) {
    String text = cells.required(column, "a day, like 2024-09-30");
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw cells.rejected(column, "INVALID_DATE", "not a day", "a day, like 2024-09-30");
    }
  }

  private record Cells(Map<String, String> row, String line, String object) {
    String text(String column) {
      String value = row.get(column);
      return value == null ? "" : value.strip();
    }

    String required(String column, String hint) {
      String value = text(column);
      if (value.isEmpty()) {
        throw rejected(column, "MISSING_VALUE", "the cell is empty or not there", hint);
      }
      return value;
    }

    RejectedRowException rejected(String column, String code, String message, String hint) {
      return new RejectedRowException(
          new Rejection(object, line, column, text(column), code, message, hint));
    }
  }
}

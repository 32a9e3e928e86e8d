package com.offgridflow.emission.scope2;

import com.offgridflow.activity.Unit;
import com.offgridflow.emission.scope2.InstrumentReading.Read;
import com.offgridflow.emission.scope2.InstrumentReading.Rejected;
import com.offgridflow.problem.Problem.Fault;
import com.offgridflow.table.Columns;
import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Reads instruments from CSV (RFC 4180) with a header, row by row. Columns: {@link #REQUIRED} and
 * {@link #OPTIONAL}, in any order; docs/methodology.md explains them.
 */
public final class InstrumentCsv {
  public static final List<String> REQUIRED =
      List.of("id", "type", "carrier", "use_from", "use_to", "technology", "rate");
  public static final List<String> OPTIONAL =
      List.of(
          "volume",
          "volume_unit",
          "generated_from",
          "generated_to",
          "market",
          "rate_unit",
          "biogenic_rate",
          "facility",
          "account",
          "supplier",
          "registry",
          "serial_first",
          "serial_last",
          "retired_on",
          "evidence");

  private static final Columns COLUMNS = new Columns(REQUIRED, OPTIONAL);

  private InstrumentCsv() {}

  /**
   * Hands over what came of each row, in order.
   *
   * @throws IllegalArgumentException when it is no CSV or lacks a column
   */
  public static void read(Reader csv, Consumer<InstrumentReading> rows) throws IOException {
    COLUMNS.read(csv, row -> rows.accept(reading(row)));
  }

  private static InstrumentReading reading(Columns.Row cells) {
    InstrumentRow row = new InstrumentRow(cells);
    try {
      Optional<Instrument> instrument = instrument(row);
      return row.faults().isEmpty()
          ? new Read(cells.place(), instrument.orElseThrow())
          : new Rejected(cells.place(), row.faults());
    } catch (IllegalArgumentException e) {
      row.faults().add(new Fault("", "", e.getMessage()));
      return new Rejected(cells.place(), row.faults());
    }
  }

  private static Optional<Instrument> instrument(InstrumentRow row) {
    String id = row.required("id", "the instrument's own id");
    Optional<InstrumentType> type =
        row.code("type", InstrumentType::ofCode, InstrumentType.codes());
    Optional<Carrier> carrier = row.code("carrier", Carrier::ofCode, Carrier.codes());
    Optional<Technology> technology =
        row.code("technology", Technology::ofCode, Technology.codes());
    Optional<BigDecimal> volume = volume(row);
    Optional<Days> use = days(row, "use_from", "use_to");
    Optional<Days> generated =
        row.text("generated_from").isEmpty() && row.text("generated_to").isEmpty()
            ? use
            : days(row, "generated_from", "generated_to");
    Optional<Rate> rate = rate(row);
    Tracking tracking = tracking(row);
    if (!row.faults().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Instrument(
            id,
            type.orElseThrow(),
            carrier.orElseThrow(),
            volume,
            use.orElseThrow(),
            generated.orElseThrow(),
            market(row),
            technology.orElseThrow(),
            rate.orElseThrow(),
            new Binding(row.text("facility"), row.text("account"), row.text("supplier")),
            tracking));
  }

  private static Optional<BigDecimal> volume(InstrumentRow row) {
    Optional<BigDecimal> volume = row.number("volume");
    if (volume.isEmpty()) {
      return volume;
    }
    String unit = row.text("volume_unit").isEmpty() ? "kWh" : row.text("volume_unit");
    return row.kwhPer("volume_unit", unit).map(volume.get()::multiply);
  }

  private static Optional<Days> days(InstrumentRow row, String first, String end) {
    Optional<LocalDate> from = row.day(first);
    Optional<LocalDate> to = row.day(end);
    if (from.isEmpty() || to.isEmpty()) {
      missingDay(row, from.isEmpty() ? first : end);
      return Optional.empty();
    }
    if (!from.get().isBefore(to.get())) {
      row.fault(end, "should be the first day after the period, later than " + from.get());
      return Optional.empty();
    }
    return Optional.of(new Days(from.get(), to.get()));
  }

  private static void missingDay(InstrumentRow row, String column) {
    if (row.text(column).isEmpty()) {
      row.fault(column, "is empty; it should be a day such as 2024-01-31");
    }
  }

  /** {@code rate_unit} is mass per energy; kg/kWh unless it says another. */
  private static Optional<Rate> rate(InstrumentRow row) {
    row.required("rate", "kg CO2e per kWh, 0 if it is none");
    Optional<BigDecimal> factor = perKwh(row);
    Optional<BigDecimal> rate = notNegative(row, "rate");
    BigDecimal biogenic = notNegative(row, "biogenic_rate").orElse(BigDecimal.ZERO);
    return factor.isEmpty() || rate.isEmpty()
        ? Optional.empty()
        : Optional.of(new Rate(rate.get().multiply(factor.get()), biogenic.multiply(factor.get())));
  }

  private static Optional<BigDecimal> notNegative(InstrumentRow row, String column) {
    Optional<BigDecimal> number = row.number(column);
    if (number.isPresent() && number.get().signum() < 0) {
      row.fault(column, "should be 0 or more");
      return Optional.empty();
    }
    return number;
  }

  private static Optional<BigDecimal> perKwh(InstrumentRow row) {
    String[] parts =
        (row.text("rate_unit").isEmpty() ? "kg/kWh" : row.text("rate_unit")).split("/");
    Optional<BigDecimal> kilograms =
        Unit.of(parts[0].strip()).flatMap(unit -> unit.factorTo(Unit.named("kg")));
    Optional<BigDecimal> energy =
        parts.length != 2
            ? Optional.empty()
            : Unit.named("kWh").factorTo(Unit.named(parts[1].strip()));
    if (kilograms.isEmpty() || energy.isEmpty()) {
      row.fault("rate_unit", "should be mass per energy, such as kg/kWh, kg/MWh or lb/MWh");
      return Optional.empty();
    }
    return Optional.of(kilograms.get().multiply(energy.get()));
  }

  private static Tracking tracking(InstrumentRow row) {
    String first = row.text("serial_first");
    String last = row.text("serial_last").isEmpty() ? first : row.text("serial_last");
    return new Tracking(
        row.text("registry"),
        first.isEmpty() ? Optional.empty() : serials(row, first, last),
        row.day("retired_on"),
        row.text("evidence"));
  }

  private static Optional<Serials> serials(InstrumentRow row, String first, String last) {
    try {
      return Optional.of(new Serials(first, last));
    } catch (IllegalArgumentException e) {
      row.fault("serial_last", "does not end what serial_first begins: " + e.getMessage());
      return Optional.empty();
    }
  }

  /** Countries in capitals; grid zones as they are. */
  private static SortedSet<String> market(InstrumentRow row) {
    return Arrays.stream(row.text("market").split(";"))
        .map(String::strip)
        .filter(place -> !place.isEmpty())
        .map(place -> place.length() == 2 ? place.toUpperCase(Locale.ROOT) : place)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}

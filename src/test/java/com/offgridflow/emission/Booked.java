package com.offgridflow.emission;

import com.offgridflow.activity.Activity;
import com.offgridflow.activity.ActivityKind;
import com.offgridflow.activity.Evidence;
import com.offgridflow.activity.Money;
import com.offgridflow.activity.Period;
import com.offgridflow.activity.Place;
import com.offgridflow.activity.Quantity;
import com.offgridflow.activity.Unit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** An activity of a test, of the year 2024 in Great Britain unless told otherwise. */
public record Booked(
    ActivityKind kind,
    String subject,
    Quantity quantity,
    Place place,
    LocalDate day,
    Optional<Money> cost,
    Map<String, String> details) {

  public static Booked of(ActivityKind kind, String subject, String amount, String unit) {
    return new Booked(
        kind,
        subject,
        new Quantity(new BigDecimal(amount), Unit.named(unit)),
        new Place("", "", "", "GB", ""),
        LocalDate.of(2024, 7, 1),
        Optional.empty(),
        Map.of());
  }

  public Booked in(String country) {
    return at(new Place("", "", "", country, ""));
  }

  public Booked at(Place other) {
    return new Booked(kind, subject, quantity, other, day, cost, details);
  }

  public Booked on(LocalDate other) {
    return new Booked(kind, subject, quantity, place, other, cost, details);
  }

  public Booked costing(String amount, String currency) {
    Money money = new Money(new BigDecimal(amount), currency);
    return new Booked(kind, subject, quantity, place, day, Optional.of(money), details);
  }

  public Booked amounting(BigDecimal amount, String unit) {
    Quantity other = new Quantity(amount, Unit.named(unit));
    return new Booked(kind, subject, other, place, day, cost, details);
  }

  public Booked told(String name, String value) {
    Map<String, String> all = new TreeMap<>(details);
    all.put(name, value);
    return new Booked(kind, subject, quantity, place, day, cost, all);
  }

  public Activity activity() {
    Period period =
        new Period(
            day.atStartOfDay(ZoneOffset.UTC).toInstant(),
            day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
    Evidence evidence = new Evidence("book.csv", "00", "line 2", 1);
    return new Activity(
        "key", kind, subject, quantity, period, place, "", "", cost, evidence, details);
  }
}

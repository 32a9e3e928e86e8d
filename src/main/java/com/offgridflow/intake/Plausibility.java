package com.offgridflow.intake;

import com.offgridflow.activity.Activity;
import com.offgridflow.activity.Money;
import com.offgridflow.activity.Quantity;
import com.offgridflow.activity.Unit;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an activity says that is well written and cannot be right: more than the whole world uses, a
 * country or a currency that does not exist, use that lies ahead.
 *
 * <p>Limits are a power of ten above what the world does in a year: 1.7·10^14 kWh of energy (14,800
 * Mtoe produced in 2021, IEA), 10^14 kg of materials (UNEP, Global Resources Outlook 2024). Of
 * volumes and distances they are as wide.
 */
final class Plausibility {
  private static final BigDecimal SURELY = BigDecimal.TEN.pow(8);
  private static final BigDecimal COST = BigDecimal.TEN.pow(17);
  private static final BigDecimal ANYTHING = BigDecimal.TEN.pow(20);
  private static final Map<Unit, Integer> POWERS = powers();

  private static final Set<String> COUNTRIES =
      Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);

  /** User-assigned by ISO 3166-1, and what the EU and the IMF write for Kosovo. */
  private static final String KOSOVO = "XK";

  private static final Map<String, String> MEANT =
      Map.of("UK", "write GB for the United Kingdom", "EL", "write GR for Greece");

  /** Nobody is billed for use that lies further ahead. */
  private static final Duration AHEAD = Duration.ofDays(366);

  private Plausibility() {}

  /**
   * What cannot be right, the first of it.
   *
   * @param now after which use cannot have begun by more than a year; empty where plans are meant
   */
  static Optional<Doubt> of(Activity activity, Optional<Instant> now) {
    return country(activity.place().country())
        .or(() -> quantity(activity.quantity()))
        .or(() -> activity.cost().flatMap(Plausibility::cost))
        .or(() -> now.flatMap(today -> ahead(activity.period().start(), today)));
  }

  private static Optional<Doubt> country(String code) {
    if (code.isEmpty() || code.equals(KOSOVO) || COUNTRIES.contains(code)) {
      return Optional.empty();
    }
    String hint = MEANT.getOrDefault(code, "the code of the country by ISO 3166-1, such as DE");
    return Optional.of(
        new Doubt("country", "UNKNOWN_COUNTRY", "ISO 3166-1 has no such country", hint));
  }

  private static Optional<Doubt> quantity(Quantity quantity) {
    BigDecimal amount = quantity.amount().abs();
    if (amount.compareTo(SURELY) < 0) {
      return Optional.empty();
    }
    return POWERS.entrySet().stream()
        .filter(limit -> exceeds(quantity.unit(), amount, limit.getKey(), limit.getValue()))
        .map(limit -> tooMuch("10^" + limit.getValue() + " " + limit.getKey().symbol()))
        .findFirst()
        .or(() -> exceeds(amount, ANYTHING) ? Optional.of(tooMuch("10^20")) : Optional.empty());
  }

  private static boolean exceeds(Unit unit, BigDecimal amount, Unit base, int power) {
    return unit.factorTo(base)
        .filter(factor -> exceeds(amount.multiply(factor), BigDecimal.TEN.pow(power)))
        .isPresent();
  }

  private static boolean exceeds(BigDecimal amount, BigDecimal limit) {
    return amount.compareTo(limit) >= 0;
  }

  private static Doubt tooMuch(String limit) {
    return new Doubt(
        "quantity",
        "IMPLAUSIBLE_QUANTITY",
        "that is more than there can be",
        "less than " + limit + "; look whether the unit is right");
  }

  private static Optional<Doubt> cost(Money cost) {
    if (!Unit.named(cost.currency()).isMoney()) {
      return Optional.of(
          new Doubt(
              "currency",
              "UNKNOWN_CURRENCY",
              "ISO 4217 has no such currency",
              "the code of the currency by ISO 4217, such as EUR"));
    }
    return exceeds(cost.amount().abs(), COST)
        ? Optional.of(
            new Doubt(
                "cost", "IMPLAUSIBLE_COST", "that is more than there can be", "less than 10^17"))
        : Optional.empty();
  }

  private static Optional<Doubt> ahead(Instant start, Instant today) {
    return start.isAfter(today.plus(AHEAD))
        ? Optional.of(
            new Doubt(
                "period_start",
                "INVALID_PERIOD",
                "the period begins more than a year ahead",
                "when the use began; look whether the year is right"))
        : Optional.empty();
  }

  private static Map<Unit, Integer> powers() {
    Map<Unit, Integer> powers = new LinkedHashMap<>();
    powers.put(Unit.named("kWh"), 15);
    powers.put(Unit.named("kg"), 15);
    powers.put(Unit.named("L"), 16);
    powers.put(Unit.named("km"), 15);
    return powers;
  }

  /**
   * @param field that says it
   * @param code for programs
   * @param message what is wrong with it
   * @param hint what would have worked
   */
  record Doubt(String field, String code, String message, String hint) {}
}

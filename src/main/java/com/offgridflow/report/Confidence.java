package com.offgridflow.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How far the emissions of a report can be trusted, Scope 2 by location. Emissions by the same
 * factors are off together, so their intervals add up; those by different factors are taken as
 * independent, so the squares of their intervals add up, on each side (IPCC 2006 Guidelines, volume
 * 1, chapter 3, equation 3.2 and section 3.2.2.4 on correlation).
 *
 * @param totalKg all emissions in kg CO2e
 * @param knownKg those of them with an interval
 * @param below how far the true value of these may lie below, with 95 % confidence, in kg CO2e
 * @param above how far it may lie above
 * @param quality mean of the data quality indicators weighted by emissions, 1 (very good) to 4
 *     (poor); empty where none are assessed
 */
public record Confidence(
    BigDecimal totalKg,
    BigDecimal knownKg,
    BigDecimal below,
    BigDecimal above,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<BigDecimal> quality) {

  /** Where nothing is on record. */
  public static Confidence none() {
    return new Confidence(
        BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, Optional.empty());
  }

  /** The least that those with an interval may be, with 95 % confidence, in kg CO2e. */
  public BigDecimal lower() {
    return knownKg.subtract(below);
  }

  /** The most that they may be. */
  public BigDecimal upper() {
    return knownKg.add(above);
  }

  /** Which share of the emissions has an interval, 0 to 1; 0 where there are none. */
  public BigDecimal knownShare() {
    return totalKg.signum() == 0 ? BigDecimal.ZERO : knownKg.divide(totalKg, MathContext.DECIMAL64);
  }

  /** In the language, one sentence each: the interval, or that there is none, and the quality. */
  public List<String> notes(Messages messages, Locale language) {
    Locale numbers = language.getLanguage().equals("de") ? Locale.GERMANY : Locale.UK;
    List<String> notes = new ArrayList<>();
    notes.add(
        knownKg.signum() == 0
            ? messages.get("method.uncertainty.none")
            : messages.get(
                "method.uncertainty.range",
                tonnes(knownKg, numbers),
                share(numbers),
                tonnes(lower(), numbers),
                tonnes(upper(), numbers)));
    quality.ifPresent(
        score -> notes.add(messages.get("method.quality", number(score, 1, numbers))));
    return notes;
  }

  private String share(Locale numbers) {
    return number(knownShare().movePointRight(2), 0, numbers);
  }

  private static String tonnes(BigDecimal kg, Locale numbers) {
    return number(kg.movePointLeft(3), 3, numbers);
  }

  private static String number(BigDecimal value, int digits, Locale numbers) {
    NumberFormat format = NumberFormat.getNumberInstance(numbers);
    format.setRoundingMode(RoundingMode.HALF_UP);
    format.setMinimumFractionDigits(digits);
    format.setMaximumFractionDigits(digits);
    return format.format(value);
  }
}

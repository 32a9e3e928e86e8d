package com.offgridflow.cbam;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is declared at once: a quarter of the transitional period (Regulation (EU) 2023/956, Article
 * 35(1)), or a calendar year of the definitive one (Article 6(1)).
 */
public record DeclarationPeriod(int year, Optional<Integer> quarter) {
  private static final Pattern FORM = Pattern.compile("(\\d{4})(?:-Q([1-4]))?");
  private static final String WANTED =
      "should be a quarter from 2023-Q4 to 2025-Q4, or a year from 2026 on";

  public DeclarationPeriod {
    boolean transitional = year < 2026;
    boolean began = year > 2023 || year == 2023 && quarter.orElse(0) == 4;
    if (!began || transitional != quarter.isPresent()) {
      throw refused(year + quarter.map(q -> "-Q" + q).orElse(""));
    }
  }

  /**
   * @param text such as {@code 2025-Q4} or {@code 2026}
   * @throws IllegalArgumentException when nothing is declared for that
   */
  @JsonCreator
  public static DeclarationPeriod of(String text) {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      throw refused(text);
    }
    return new DeclarationPeriod(
        Integer.parseInt(parts.group(1)),
        Optional.ofNullable(parts.group(2)).map(Integer::valueOf));
  }

  /** Its first day. */
  public LocalDate start() {
    return LocalDate.of(year, 3 * quarter.orElse(1) - 2, 1);
  }

  /** The first day after it. */
  public LocalDate end() {
    return start().plusMonths(quarter.isPresent() ? 3 : 12);
  }

  public Regime regime() {
    return Regime.of(start());
  }

  @Override
  @JsonValue
  public String toString() {
    return year + quarter.map(q -> "-Q" + q).orElse("");
  }

  private static IllegalArgumentException refused(String text) {
    return new IllegalArgumentException("period '%s' %s".formatted(text, WANTED));
  }
}

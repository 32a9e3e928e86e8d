package com.offgridflow.cbam;

import java.time.LocalDate;

/** Which rules apply to goods, by the day of their release for free circulation. */
public enum Regime {
  /** 1 October 2023 to 31 December 2025: all direct and indirect emissions are reported. */
  TRANSITIONAL,
  /** From 2026 on: of the goods of Annex II only direct emissions count. */
  DEFINITIVE;

  /** The first day of CBAM, Regulation (EU) 2023/956, Article 36(2). */
  public static final LocalDate BEGIN = LocalDate.of(2023, 10, 1);

  private static final LocalDate DEFINITIVE_FROM = LocalDate.of(2026, 1, 1);

  /**
   * @throws IllegalArgumentException for a day before CBAM began
   */
  public static Regime of(LocalDate day) {
    if (day.isBefore(BEGIN)) {
      throw new IllegalArgumentException("CBAM began on %s, after %s".formatted(BEGIN, day));
    }
    return day.isBefore(DEFINITIVE_FROM) ? TRANSITIONAL : DEFINITIVE;
  }
}

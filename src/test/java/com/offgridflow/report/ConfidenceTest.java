package com.offgridflow.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConfidenceTest {
  /** 4,000 of 10,000 kg have an interval, from 400 kg below to 1,200 kg above. */
  private static final Confidence SOME =
      new Confidence(
          new BigDecimal(10000),
          new BigDecimal(4000),
          new BigDecimal(400),
          new BigDecimal(1200),
          Optional.of(new BigDecimal("1.64")));

  @Test
  void shouldSayTheIntervalAndWhatShareOfTheEmissionsItIsOf() {
    assertThat(notes(SOME, Locale.ENGLISH))
        .contains("of 4.000 t CO2e (40 % of the emissions)")
        .contains("between 3.600 and 5.200 t CO2e")
        .contains("weighted by emissions: 1.6 on a scale");
  }

  @Test
  void shouldSayItInGerman() {
    assertThat(notes(SOME, Locale.GERMAN))
        .contains("Für 4,000 t CO2e (40 % der Emissionen)")
        .contains("zwischen 3,600 und 5,200 t CO2e")
        .contains("gewichtet: 1,6 auf");
  }

  @Test
  void shouldSayThatThereIsNoIntervalWhereNoFactorStatesOne() {
    Confidence none =
        new Confidence(
            BigDecimal.TEN, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, Optional.empty());
    assertThat(none.notes(Messages.in(Locale.ENGLISH), Locale.ENGLISH)).hasSize(1);
    assertThat(notes(none, Locale.ENGLISH)).contains("there is no interval");
  }

  private static String notes(Confidence confidence, Locale language) {
    return String.join(" ", confidence.notes(Messages.in(language), language));
  }
}

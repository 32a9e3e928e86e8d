package com.offgridflow.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class StatedPartsTest {
  private final Report report = FrameworkReports.full("esrs-2023", Locale.ENGLISH);

  /** Emissions are on record, net revenue is stated. */
  @Test
  void shouldNameWhatWasStatedForThePartsOfAnIntensity() {
    assertThat(StatedParts.of(report, List.of("E1-6.intensity-location")))
        .extracting(Stated::key)
        .containsExactly("net-revenue");
  }

  @Test
  void shouldBeEmptyWhereRecordsTellEverything() {
    assertThat(StatedParts.of(report, List.of("E1-6.scope-1"))).isEmpty();
  }
}

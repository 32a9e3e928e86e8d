package com.offgridflow.cbam;

import static com.offgridflow.cbam.SampleGoods.CLINKER;
import static com.offgridflow.cbam.SampleGoods.COILS;
import static com.offgridflow.cbam.SampleGoods.DEFAULTS_HEADER;
import static com.offgridflow.cbam.SampleGoods.SCREWS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeclarationTest {
  private static final String OF_2026 = SCREWS.replace("2025-11-03", "2026-02-03");

  @Test
  void shouldReadWhatWasWrittenAndKeepItsDigest() {
    Declaration declaration = SampleGoods.declaration("2025-Q4", SCREWS, CLINKER);

    Declaration read = DeclarationJson.read(DeclarationJson.write(declaration));

    assertThat(read).isEqualTo(declaration);
  }

  @Test
  void shouldReadADefaultValueThatWasWritten() {
    Declaration declaration = SampleGoods.declaration("2026", DEFAULTS_HEADER + COILS);

    assertThat(DeclarationJson.read(DeclarationJson.write(declaration))).isEqualTo(declaration);
  }

  @Test
  void shouldWriteNothingOfADefaultValueThatIsNotUsedSoThatEarlierDigestsHold() {
    assertThat(DeclarationJson.write(SampleGoods.declaration("2025-Q4", SCREWS)))
        .doesNotContain("defaultValue");
  }

  @Test
  void shouldNoticeWhenAFrozenFigureIsChanged() {
    String json = DeclarationJson.write(SampleGoods.declaration("2025-Q4", SCREWS));

    assertThatThrownBy(() -> DeclarationJson.read(json.replace("2.1", "1.2")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("was changed after it was frozen");
  }

  @Test
  void shouldSumQuantitiesAndEmissionsByCnCode() {
    Declaration declaration =
        SampleGoods.declaration(
            "2025-Q4", SCREWS, SCREWS.replace("scr,", "two,").replace(",200,", ",100,"));

    // 300 t x 2.1 = 630 t CO2e direct, 300 t x 0.4 = 120 t CO2e indirect
    assertThat(declaration.totals()).hasSize(1);
    assertThat(declaration.totals().get(0).quantity()).isEqualByComparingTo("300");
    assertThat(declaration.totals().get(0).embedded().direct()).isEqualByComparingTo("630");
    assertThat(declaration.totals().get(0).embedded().indirect()).isEqualByComparingTo("120");
  }

  @Test
  void shouldBeBelowTheMassThresholdAtFiftyTonnesAYear() {
    assertThat(below(OF_2026.replace(",200,", ",50,"))).isTrue();
    assertThat(below(OF_2026.replace(",200,", ",50.001,"))).isFalse();
  }

  @Test
  void shouldNotSpareHydrogenForItsMass() {
    String hydrogen = OF_2026.replace("73181500", "28041000").replace("2.1,0.4", "2.1,");

    assertThat(below(hydrogen.replace(",200,", ",1,"))).isFalse();
  }

  @Test
  void shouldSayWhatAPeriodCovers() {
    DeclarationPeriod quarter = DeclarationPeriod.of("2025-Q4");

    assertThat(quarter.start()).isEqualTo(LocalDate.of(2025, 10, 1));
    assertThat(quarter.end()).isEqualTo(LocalDate.of(2026, 1, 1));
    assertThat(DeclarationPeriod.of("2026").end()).isEqualTo(LocalDate.of(2027, 1, 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2023-Q3", "2025", "2026-Q1", "2025-Q5", "", "last year"})
  void shouldRefusePeriodsThatNothingIsDeclaredFor(String text) {
    assertThatThrownBy(() -> DeclarationPeriod.of(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "period '%s' should be a quarter from 2023-Q4 to 2025-Q4, or a year from 2026 on"
                .formatted(text));
  }

  @Test
  void shouldRenderARowPerGoodsLineAsCsv() {
    String csv =
        new String(
            DeclarationCsv.render(SampleGoods.declaration("2025-Q4", SCREWS)),
            StandardCharsets.UTF_8);

    assertThat(csv.lines()).hasSize(2);
    assertThat(csv)
        .contains("2.1000000,0.4000000,420.0000000,80.0000000,500.0000000,,,\"goods.csv, row 1\"");
  }

  private static boolean below(String rows) {
    return SampleGoods.declaration("2026", rows).belowMassThreshold();
  }
}

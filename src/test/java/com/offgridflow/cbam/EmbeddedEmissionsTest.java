package com.offgridflow.cbam;

import static com.offgridflow.cbam.SampleGoods.CLINKER;
import static com.offgridflow.cbam.SampleGoods.SCREWS;
import static com.offgridflow.cbam.SampleGoods.STEEL;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Expected values are calculated by hand from Annex IV of Regulation (EU) 2023/956. */
class EmbeddedEmissionsTest {

  @Test
  void shouldDivideAttributedEmissionsByTheActivityLevelForSimpleGoods() {
    // direct 800,000 / 1,000,000 = 0.8; indirect 70,000 MWh x 0.5 / 1,000,000 = 0.035
    assertSpecific(CLINKER, "0.8", "0.035");
  }

  @Test
  void shouldAddPrecursorsOfPrecursorsForComplexGoods() {
    // pig iron, direct: (1,200 + 900 x 0.25) / 1,000 = 1.425
    // pig iron, indirect: (50 x 0.7 + 900 x 0.05) / 1,000 = (35 + 45) / 1,000 = 0.08
    // steel, direct: (300 + 1,050 x 1.425) / 1,000 = (300 + 1,496.25) / 1,000 = 1.79625
    // steel, indirect: (100 x 0.7 + 1,050 x 0.08) / 1,000 = (70 + 84) / 1,000 = 0.154
    assertSpecific(STEEL, "1.79625", "0.154");
  }

  @Test
  void shouldCountOfAnnexTwoGoodsOnlyTheIndirectEmissionsOfPrecursorsOutsideItFrom2026() {
    // pig iron, indirect: 900 x 0.05 / 1,000 = 0.045, its own electricity does not count
    // steel, indirect: 1,050 x 0.045 / 1,000 = 0.04725
    assertSpecific(STEEL.replace("2025-12-01", "2026-01-01"), "1.79625", "0.04725");
  }

  @Test
  void shouldCountNothingOfPrecursorsThatOriginateInTheUnionFrom2026() {
    // as above without the 900 t of ore: pig iron, direct: 1,200 / 1,000 = 1.2, indirect: 0
    // steel, direct: (300 + 1,050 x 1.2) / 1,000 = 1.56
    String union = STEEL.replace("26011200,,,900", "26011200,,SE,900");

    assertSpecific(union.replace("2025-12-01", "2026-01-01"), "1.56", "0");
    assertSpecific(union, "1.79625", "0.154");
  }

  @Test
  void shouldCountTheElectricityOfGoodsOutsideAnnexTwoFrom2026Too() {
    assertSpecific(CLINKER.replace("2025-10-15", "2026-03-01"), "0.8", "0.035");
  }

  @Test
  void shouldTakeStatedEmissionsAsTheyAre() {
    assertSpecific(SCREWS, "2.1", "0.4");
  }

  private static void assertSpecific(String rows, String direct, String indirect) {
    GoodsLine line = SampleGoods.line(rows);

    SpecificEmissions found =
        new EmbeddedEmissions(Regime.of(line.importedOn()))
            .specific(line.good(), line.production());

    assertThat(found.direct()).isEqualByComparingTo(direct);
    assertThat(found.indirect()).isEqualByComparingTo(indirect);
  }
}

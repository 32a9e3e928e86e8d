package com.offgridflow.cbam;

import static org.assertj.core.api.Assertions.assertThat;

import com.offgridflow.cbam.CbamGood.Indirect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnnexOneTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "72022110",
        "72023000",
        "72029100",
        "72041000",
        "31056000",
        "76020011",
        "73170080",
        "28011000",
        "87032110"
      })
  void shouldSpareWhatAnnexOneLeavesOutOrExcepts(String code) {
    assertThat(AnnexOne.current().find(new CnCode(code))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"72021120", "72083900", "72031000", "73181500", "73269098"})
  void shouldCountOnlyPrecursorsIndirectEmissionsOfSteel(String code) {
    CbamGood good = AnnexOne.current().find(new CnCode(code)).orElseThrow();

    assertThat(good.indirect()).isEqualTo(Indirect.OF_PRECURSORS);
    assertThat(good.gases()).containsExactly("CO2");
  }

  @Test
  void shouldCountIndirectEmissionsOfSinteredOreWhichAnnexTwoDoesNotList() {
    assertThat(AnnexOne.current().find(CnCode.of("2601 12 00")).orElseThrow().indirect())
        .isEqualTo(Indirect.COUNT);
  }

  @Test
  void shouldNameTheGasesOfAluminiumAndOfFertilisers() {
    assertThat(AnnexOne.current().find(new CnCode("76011010")).orElseThrow().gases())
        .containsExactly("CO2", "PFCs");
    assertThat(AnnexOne.current().find(new CnCode("31021010")).orElseThrow().gases())
        .containsExactly("CO2", "N2O");
  }
}

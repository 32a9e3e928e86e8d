package com.offgridflow.cbam;

import static com.offgridflow.cbam.SampleGoods.COILS;
import static com.offgridflow.cbam.SampleGoods.DEFAULTS_HEADER;
import static org.assertj.core.api.Assertions.assertThat;

import com.offgridflow.cbam.CbamGood.Sector;
import com.offgridflow.cbam.GoodsReading.Rejected;
import com.offgridflow.problem.Problem.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DefaultValuesTest {
  /**
   * Other transcriptions of the same annex: of the United States by a public web page for exporters
   * (after the correction by 2026/1740, which changed none of these), of Brazil, Australia and the
   * other countries by a research note that quotes the annex.
   */
  @ParameterizedTest
  @CsvSource({
    "72083900, US, '', 1.4",
    "28041000, US, '', 26.64",
    "72051000, US, '', 2.425",
    "25231000, US, A, 1.19",
    "25231000, US, B, 1.37",
    "26011200, US, '', 0.68",
    "31021012, US, '', 0.76",
    "76012020, US, '', 1.7",
    "26011200, AU, '', 0.09",
    "28041000, AU, '', 10.82",
    "72011011, BR, '', 1.478",
    "28041000, BR, '', 10.82",
  })
  void shouldFindTheValueOfTheCountry(String cn, String country, String route, String total) {
    assertThat(DefaultValues.shipped().find(new CnCode(cn), country, route))
        .hasValueSatisfying(value -> assertThat(value.total()).isEqualByComparingTo(total));
  }

  @ParameterizedTest
  @CsvSource({
    "72031000, AU, 1.325",
    "72031000, BR, 1.325",
    "28041000, FO, 17.74",
    "72052100, FO, 3.715",
    "25232100, AL, 1.45",
  })
  void shouldTakeTheValueOfOtherCountriesWhereNoneIsListed(String cn, String country, String sum) {
    DefaultValue value = DefaultValues.shipped().find(new CnCode(cn), country, "").orElseThrow();

    assertThat(value.table()).isEqualTo("Other Countries and Territories");
    assertThat(value.total()).isEqualByComparingTo(sum);
  }

  /** Recital 8 of 2026/1740 (Angola), two tables and one value that it added or changed. */
  @ParameterizedTest
  @CsvSource({"26011200, AO", "72083900, LR", "28041000, NC", "72262000, FO"})
  void shouldWithholdWhatTheCorrectionIsKnownToHaveChanged(String cn, String country) {
    assertThat(DefaultValues.shipped().find(new CnCode(cn), country, "")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "IRON_AND_STEEL, 2026, 0.1",
    "CEMENT, 2027, 0.2",
    "HYDROGEN, 2028, 0.3",
    "ALUMINIUM, 2034, 0.3",
    "FERTILISERS, 2026, 0.01",
    "FERTILISERS, 2030, 0.01",
  })
  void shouldIncreaseByTheShareOfTheYear(Sector sector, int year, String share) {
    assertThat(DefaultValue.markUp(sector, year)).isEqualByComparingTo(share);
  }

  @Test
  void shouldDetermineEmissionsByTheIncreasedValueAndNameIt() {
    DeclaredLine line = SampleGoods.declaration("2026", DEFAULTS_HEADER + COILS).lines().get(0);

    // 100 t x 1.4 t CO2e/t x 1.10
    assertThat(line.embedded().total()).isEqualByComparingTo("154");
    assertThat(line.defaultValue().orElseThrow().description())
        .isEqualTo(
            "default value of Implementing Regulation (EU) 2025/2621, Annex I, United States, CN"
                + " 7208: 1.4 t CO2e/t, increased by 10 %");
  }

  @Test
  void shouldCountIndirectEmissionsAsPartOfTheTotal() {
    String clinker = COILS.replace("72083900", "25231000").replace("2025/2621,", "2025/2621,A");

    DeclaredLine line = SampleGoods.declaration("2026", DEFAULTS_HEADER + clinker).lines().get(0);

    // 1.19 t CO2e/t in all, of which 0.03 indirect; x 1.10
    assertThat(line.specific().direct()).isEqualByComparingTo("1.276");
    assertThat(line.specific().indirect()).isEqualByComparingTo("0.033");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-01, 2025-11-03, default_value, applies to goods imported from 2026 on",
    "2025/2621, 2026/1740, default_value, 'should be 2025/2621, the act whose values are here'",
    "',Rolling,', ',Rolling,2.1', default_value, stands instead of see_direct",
    "'2025/2621,', '2025/2621,A', default_route, should be empty",
    "72083900, 25231000, default_route, should be A for grey or B for white",
    "US, LR, default_value, has no value that holds for CN 72083900 of LR",
    "72083900, 27160000, default_value, has no value that holds for CN 27160000 of US",
  })
  void shouldNameWhyADefaultValueDoesNotApply(
      String right, String wrong, String field, String message) {
    String row = COILS.replace(right, wrong);
    if (wrong.equals("27160000")) {
      row = row.replace(",t,", ",MWh,");
    }

    Rejected rejected = (Rejected) SampleGoods.read(DEFAULTS_HEADER + row).get(0);

    assertThat(rejected.faults()).extracting(Fault::field).contains(field);
    assertThat(rejected.faults())
        .anySatisfy(fault -> assertThat(fault.message()).contains(message));
  }
}

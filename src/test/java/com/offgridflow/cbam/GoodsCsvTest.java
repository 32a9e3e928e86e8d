package com.offgridflow.cbam;

import static com.offgridflow.cbam.SampleGoods.CLINKER;
import static com.offgridflow.cbam.SampleGoods.HEADER;
import static com.offgridflow.cbam.SampleGoods.SCREWS;
import static com.offgridflow.cbam.SampleGoods.STEEL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.offgridflow.cbam.GoodsReading.Read;
import com.offgridflow.cbam.GoodsReading.Rejected;
import com.offgridflow.problem.Problem.Fault;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoodsCsvTest {

  @Test
  void shouldReadGoodsWithTheirPrecursors() {
    List<GoodsReading> found = SampleGoods.read(HEADER + SCREWS + STEEL);

    assertThat(found)
        .allMatch(Read.class::isInstance)
        .extracting(GoodsReading::row)
        .containsExactly("row 1", "row 2");
    assertThat(((Read) found.get(1)).cells())
        .extracting(row -> row.get("line"))
        .containsExactly("stl", "pig", "ore");
  }

  @Test
  void shouldConvertQuantitiesToTonnes() {
    assertThat(SampleGoods.line(STEEL).quantity()).isEqualByComparingTo("500");
  }

  @ParameterizedTest
  @CsvSource({
    "73181500, 76020011, cn_code, is not in Annex I",
    "73181500, 7318, cn_code, eight digits",
    "IN, DE, origin_country, is in the Union",
    "IN, CH, origin_country, exempt by Annex III",
    "IN, XX, origin_country, ISO 3166-1",
    "',t,', ',kWh,', unit, should be t",
    "200, -200, quantity, more than 0",
    "200, 1E9, quantity, more than 0",
    "2025-11-03, 2023-09-30, imported_on, when CBAM began",
    "2025-11-03, 3.11.2025, imported_on, such as 2025-10-31",
    "',40,', ',4,', procedure, two digits",
    "TOM02, METHOD, methodology, 1 to 5 characters",
    "2.1, '', see_direct, should be given",
    "0.4, '', see_indirect, 0 or more",
    "SOE01, '', electricity_source, 1 to 5 characters",
  })
  void shouldNameTheFieldAtFault(String right, String wrong, String field, String message) {
    List<GoodsReading> found = SampleGoods.read(HEADER + SCREWS.replace(right, wrong));

    assertThat(found).hasSize(1);
    List<Fault> faults = ((Rejected) found.get(0)).faults();
    assertThat(faults).extracting(Fault::field).contains(field);
    assertThat(faults).anySatisfy(fault -> assertThat(fault.message()).contains(message));
  }

  @Test
  void shouldRefuseStatedIndirectEmissionsOfAluminiumFrom2026() {
    String foil = SCREWS.replace("73181500", "76071110");

    assertThat(SampleGoods.line(foil).production()).isNotNull();
    assertThat(faults(foil.replace("2025-11-03", "2026-11-03")))
        .containsExactly(
            "see_indirect '0.4' should be empty: of CN 7607 only direct emissions count (Annex II)");
  }

  @Test
  void shouldRejectALineWithThePrecursorThatIsAtFault() {
    List<GoodsReading> found = SampleGoods.read(HEADER + STEEL.replace("0.25", "much"));

    assertThat(found)
        .allMatch(Rejected.class::isInstance)
        .extracting(GoodsReading::row)
        .containsExactly("row 1", "row 2", "row 3");
    assertThat(faults(STEEL.replace("0.25", "much")))
        .contains(
            "see_direct 'much' should be a number of 0 or more such as 12.5",
            "line 'stl' goes with row 3, which is rejected");
  }

  @Test
  void shouldRejectPrecursorsThatLeadToNoGoods() {
    String circle =
        STEEL
            .lines()
            .skip(1)
            .map(row -> row.replace("pig,stl", "pig,ore") + "\n")
            .reduce("", String::concat);

    assertThat(SampleGoods.read(HEADER + circle)).hasSize(2).allMatch(Rejected.class::isInstance);
  }

  @Test
  void shouldRefuseAStatementBesideThePrecursorsThatItContains() {
    assertThat(faults(STEEL.replace(",BOF,,,1000,300,100,0.7,", ",BOF,1.8,0.1,,,,,")))
        .contains("see_direct '1.8' has the precursors in it already; leave out it or their rows");
  }

  @Test
  void shouldRefuseADefaultValueForAPrecursor() {
    String precursor = "ore,hrc,,26011200,,,900,t,,,,,,,,,,,,,,,,2025/2621,\n";

    assertThat(SampleGoods.read(SampleGoods.DEFAULTS_HEADER + SampleGoods.COILS + precursor))
        .allMatch(Rejected.class::isInstance)
        .anySatisfy(
            row ->
                assertThat(((Rejected) row).faults())
                    .extracting(Fault::message)
                    .contains(
                        "default_value '2025/2621' is for goods only; state see_direct of a"
                            + " precursor"));
  }

  @Test
  void shouldRejectTheSecondRowOfOneLine() {
    assertThat(faults(CLINKER + CLINKER))
        .containsExactly("line 'clk' stands in row 1 already; give each row its own");
  }

  @Test
  void shouldRefuseATableWithAColumnThatIsUnknown() {
    assertThatThrownBy(() -> SampleGoods.read(HEADER.replace("see_direct", "see") + SCREWS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("column 'see' is not known");
  }

  private static List<String> faults(String rows) {
    return SampleGoods.read(HEADER + rows).stream()
        .filter(Rejected.class::isInstance)
        .flatMap(row -> ((Rejected) row).faults().stream())
        .map(Fault::message)
        .toList();
  }
}

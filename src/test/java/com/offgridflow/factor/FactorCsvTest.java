package com.offgridflow.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class FactorCsvTest {
  private static final String HEADER =
      "id,kind,subject,place,valid_from,valid_to,per_unit,unit,value,co2,ch4,n2o,biogenic_co2,"
          + "gwp_set,publisher,edition,table_name,row_name,licence,note\n";
  private static final String GRID =
      "x:1,grid.location,,DE,2024-01-01,2025-01-01,kWh,kg CO2e,0.33,,,,,,P,E,T,R,L,\n";

  @Test
  void shouldReadARow() {
    Factor factor = read(GRID).get(0);
    assertThat(factor.id()).isEqualTo("x:1");
    assertThat(factor.value()).isEqualByComparingTo("0.33");
    assertThat(factor.validity().from()).contains(LocalDate.of(2024, 1, 1));
    assertThat(factor.source()).isEqualTo(new Source("P", "E", "T", "R", "L"));
  }

  @Test
  void shouldNameTableRowColumnAndValueOfABadNumber() {
    assertThatThrownBy(() -> read(GRID + GRID.replace("0.33", "0,33".replace(',', ';'))))
        .isInstanceOf(FactorFormatException.class)
        .hasMessage("t.csv row 2, column value: '0;33' should be a decimal number such as 0.45");
  }

  @Test
  void shouldRejectABadDate() {
    assertThatThrownBy(() -> read(GRID.replace("2024-01-01", "1.1.2024")))
        .hasMessageContaining("column valid_from: '1.1.2024' should be a date such as 2024-01-31");
  }

  @Test
  void shouldRejectAnUnknownUnit() {
    assertThatThrownBy(() -> read(GRID.replace("kWh", "kwh")))
        .hasMessageContaining(
            "column per_unit: 'kwh' should be a unit that is known; did you mean kWh?");
  }

  @Test
  void shouldRejectARowWithoutSource() {
    assertThatThrownBy(() -> read(GRID.replace("P,E,T", ",E,T")))
        .hasMessageContaining("column publisher: '' should be a text that is not empty");
  }

  @Test
  void shouldRejectARowWithBothValueAndGases() {
    assertThatThrownBy(() -> read(GRID.replace("0.33,,", "0.33,0.3,")))
        .hasMessageContaining("t.csv row 1: a factor has either a value or gases")
        .hasMessageContaining("not both");
  }

  @Test
  void shouldReadCo2OfBiomassBesideAValue() {
    Amounts amounts = read(GRID.replace("0.33,,,,", "0.33,,,,1.52")).get(0).amounts();
    assertThat(amounts.value().orElseThrow()).isEqualByComparingTo("0.33");
    assertThat(amounts.biogenicCo2().orElseThrow()).isEqualByComparingTo("1.52");
    assertThat(amounts.perGas()).isFalse();
  }

  @Test
  void shouldRejectARowWithoutAnyAmount() {
    assertThatThrownBy(() -> read(GRID.replace("0.33", "")))
        .hasMessageContaining("not neither; biogenic_co2 may stand with either, or alone");
  }

  @Test
  void shouldRejectValidityThatEndsBeforeItStarts() {
    assertThatThrownBy(() -> read(GRID.replace("2025-01-01", "2023-01-01")))
        .hasMessageContaining("validity must end after it starts");
  }

  @Test
  void shouldRejectATableWithoutAColumn() {
    assertThatThrownBy(() -> FactorCsv.read("t.csv", new StringReader("id,kind\na,b\n")))
        .hasMessageContaining("t.csv lacks column 'subject'");
  }

  @Test
  void shouldRejectARowThatIsTooShort() {
    assertThatThrownBy(() -> read("x:1,grid.location\n"))
        .hasMessageContaining("t.csv row 1 has 2 cells");
  }

  private static List<Factor> read(String rows) {
    return FactorCsv.read("t.csv", new StringReader(HEADER + rows));
  }
}

package com.offgridflow.factor.edition;

import static org.assertj.core.api.Assertions.assertThat;

import com.offgridflow.factor.Factor;
import com.offgridflow.factor.FactorCsv;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Ratios are by hand: 0.36 / 0.45 = 0.8, 0.5 / 0.3 = 1.66667 to six digits. */
class EditionComparisonTest {
  private static final String HEADER =
      "id,kind,subject,place,valid_from,valid_to,per_unit,unit,value,co2,ch4,n2o,biogenic_co2,"
          + "gwp_set,publisher,edition,table_name,row_name,licence,note\n";

  @Test
  void shouldListWhatIsAddedRemovedAndChangedAndCountTheRest() {
    EditionComparison comparison =
        EditionComparison.of(
            List.of(grid("a", "DE", "0.45"), grid("b", "FR", "0.05"), grid("c", "PL", "0.7")),
            List.of(grid("a2", "DE", "0.36"), grid("c2", "PL", "0.70"), grid("d2", "SE", "0.02")));

    assertThat(comparison.unchanged()).as("0.7 and 0.70 are one figure").isEqualTo(1);
    assertThat(comparison.changes()).hasSize(3);
    FactorChange.Changed changed = (FactorChange.Changed) comparison.changes().get(0);
    assertThat(changed.differences()).hasSize(1);
    Difference difference = changed.differences().get(0);
    assertThat(difference.field()).isEqualTo("value");
    assertThat(difference.before()).contains("0.45");
    assertThat(difference.after()).contains("0.36");
    assertThat(difference.ratio().orElseThrow()).isEqualByComparingTo("0.8");
    assertThat(((FactorChange.Removed) comparison.changes().get(1)).before().id()).isEqualTo("b");
    assertThat(((FactorChange.Added) comparison.changes().get(2)).after().id()).isEqualTo("d2");
    assertThat(comparison.count(FactorChange.Changed.class)).isEqualTo(1);
  }

  @Test
  void shouldTakeTheNextYearOfATableOfOneYearForTheSameLine() {
    EditionComparison comparison =
        EditionComparison.of(
            List.of(grid("a", "DE,2023-01-01,2024-01-01", "0.3")),
            List.of(grid("b", "DE,2024-01-01,2025-01-01", "0.5")));

    FactorChange.Changed changed = (FactorChange.Changed) comparison.changes().get(0);
    assertThat(changed.differences())
        .extracting(Difference::field)
        .containsExactly("value", "valid_from", "valid_to");
    assertThat(changed.differences().get(0).ratio().orElseThrow()).isEqualByComparingTo("1.66667");
  }

  @Test
  void shouldCompareATableOfSeveralYearsYearByYear() {
    Factor of2022 = grid("a", "DE,2022-01-01,2023-01-01", "0.4");
    Factor of2023 = grid("b", "DE,2023-01-01,2024-01-01", "0.3");
    Factor of2024 = grid("c", "DE,2024-01-01,2025-01-01", "0.2");

    EditionComparison comparison =
        EditionComparison.of(List.of(of2022, of2023), List.of(of2023, of2024));

    assertThat(comparison.unchanged()).isEqualTo(1);
    assertThat(comparison.changes())
        .containsExactly(new FactorChange.Added(of2024), new FactorChange.Removed(of2022));
  }

  @Test
  void shouldGiveNoRatioToZero() {
    EditionComparison comparison =
        EditionComparison.of(List.of(grid("a", "NO", "0")), List.of(grid("a", "NO", "0.01")));

    FactorChange.Changed changed = (FactorChange.Changed) comparison.changes().get(0);
    assertThat(changed.differences().get(0).ratio()).isEmpty();
  }

  private static Factor grid(String id, String place, String value) {
    String where = place.contains(",") ? place : place + ",,";
    String row = id + ",grid.location,," + where + ",kWh,kg CO2e," + value + ",,,,,,P,E,T,R,L,\n";
    return FactorCsv.read("t", new StringReader(HEADER + row)).get(0);
  }
}

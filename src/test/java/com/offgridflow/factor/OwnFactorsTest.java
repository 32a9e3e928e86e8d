package com.offgridflow.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class OwnFactorsTest {
  private static final String HEADER =
      "id,kind,subject,place,valid_from,valid_to,per_unit,unit,value,co2,ch4,n2o,biogenic_co2,"
          + "gwp_set,publisher,edition,table_name,row_name,licence,note\n";
  private static final Factor SHIPPED = factor("shipped", "DE", ",", "kWh");

  @Test
  void shouldPreferTheTenantsOwnFromItsFirstDayOn() {
    Factor own = factor("own", "DE", "2024-01-01,2025-01-01", "kWh");

    FactorLibrary library = new FactorLibrary(OwnFactors.over(List.of(SHIPPED), List.of(own)));

    assertThat(chosen(library, "2023-12-31")).isEqualTo("shipped");
    assertThat(chosen(library, "2024-01-01")).isEqualTo("own");
    assertThat(chosen(library, "2026-06-01")).as("newest applied to a later day").isEqualTo("own");
  }

  @Test
  void shouldPreferTheTenantsOwnOverANewerShippedOne() {
    Factor shipped = factor("shipped", "DE", "2024-01-01,", "kWh");
    Factor own = factor("own", "DE", ",", "MWh");

    FactorLibrary library = new FactorLibrary(OwnFactors.over(List.of(shipped), List.of(own)));

    assertThat(chosen(library, "2024-06-01")).isEqualTo("own");
  }

  @Test
  void shouldLeaveOtherPlacesAndUnitsAlone() {
    Factor elsewhere = factor("own-fr", "FR", ",", "kWh");
    Factor otherwise = factor("own-kg", "DE", ",", "kg");

    List<Factor> all = OwnFactors.over(List.of(SHIPPED), List.of(elsewhere, otherwise));

    assertThat(all).contains(SHIPPED, elsewhere, otherwise);
  }

  private static String chosen(FactorLibrary library, String day) {
    FactorQuery query = FactorQuery.of("grid.location", "", LocalDate.parse(day), "DE");
    return ((FactorChoice.Chosen) library.choose(query)).factor().id();
  }

  private static Factor factor(String id, String place, String days, String per) {
    String row =
        "%s,grid.location,,%s,%s,%s,kg CO2e,0.3,,,,,,P,E,T,R,L,\n".formatted(id, place, days, per);
    return FactorCsv.read("t", new StringReader(HEADER + row)).get(0);
  }
}

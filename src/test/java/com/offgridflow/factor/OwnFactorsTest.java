package com.offgridflow.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A library of a tenant's own factors beside those that come with the hub. */
class OwnFactorsTest {
  private static final String HEADER =
      "id,kind,subject,place,valid_from,valid_to,per_unit,unit,value,co2,ch4,n2o,biogenic_co2,"
          + "gwp_set,publisher,edition,table_name,row_name,licence,note\n";

  @Test
  void shouldPreferTheTenantsOwnWhereBothAreValid() {
    Factor shipped = grid("shipped", "DE", "2024-01-01,");
    Factor own = grid("own", "DE", ",");

    FactorLibrary library = new FactorLibrary(List.of(own), List.of(shipped));

    assertThat(chosen(library, "2024-06-01", "DE")).isEqualTo("own");
  }

  @Test
  void shouldTakeTheHubsWhereTheTenantsOwnIsNotValidYet() {
    Factor shipped = grid("shipped", "DE", ",");
    Factor own = grid("own", "DE", "2024-01-01,");

    FactorLibrary library = new FactorLibrary(List.of(own), List.of(shipped));

    assertThat(chosen(library, "2023-12-31", "DE")).isEqualTo("shipped");
    assertThat(chosen(library, "2024-01-01", "DE")).isEqualTo("own");
  }

  @Test
  void shouldPreferTheSuppliersFactorOverTheCountrys() {
    Factor country = grid("country", "DE", ",");
    Factor supplier = grid("supplier", "acme power", ",");

    FactorLibrary library = new FactorLibrary(List.of(supplier), List.of(country));

    assertThat(chosen(library, "2024-06-01", "acme power", "DE")).isEqualTo("supplier");
    assertThat(chosen(library, "2024-06-01", "other power", "DE")).isEqualTo("country");
  }

  private static String chosen(FactorLibrary library, String day, String... places) {
    FactorQuery query = FactorQuery.of("grid.location", "", LocalDate.parse(day), places);
    return ((FactorChoice.Chosen) library.choose(query)).factor().id();
  }

  private static Factor grid(String id, String place, String days) {
    String row =
        "%s,grid.location,,%s,%s,kWh,kg CO2e,0.3,,,,,,P,E,T,R,L,\n".formatted(id, place, days);
    return FactorCsv.read("t", new StringReader(HEADER + row)).get(0);
  }
}

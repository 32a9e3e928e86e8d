package com.offgridflow.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FrameworksTest {
  private static final String ESRS = "schemas/frameworks/esrs-2023.yaml";

  @Test
  void shouldStateEachQueryAsPlainParameters() {
    Framework esrs = Frameworks.load("esrs-2023");

    assertThat(esrs.selectionsOf(esrs.dataPoint("E1-6.total-location")))
        .containsExactly(
            new EmissionSelection(1, Set.of(), Optional.empty()),
            new EmissionSelection(2, Set.of("location-based"), Optional.empty()),
            new EmissionSelection(3, Set.of(), Optional.empty()));
    assertThat(esrs.selectionsOf(esrs.dataPoint("E1-6.scope-3.category-06")))
        .isEqualTo(List.of(new EmissionSelection(3, Set.of(), Optional.of(6))));
  }

  @Test
  void shouldRejectAConceptThatTheTaxonomyLacks() throws Exception {
    String yaml = esrs().replace("GrossScope1GreenhouseGasEmissions", "GrossScope1Emissions");

    assertThatThrownBy(() -> Frameworks.parse("broken.yaml", yaml))
        .hasMessageContaining("broken.yaml: data point E1-6.scope-1")
        .hasMessageContaining(
            "'GrossScope1Emissions' is not listed in schemas/concepts/esrs-2023.csv")
        .hasMessageContaining("GrossScope1GreenhouseGasEmissions");
  }

  @Test
  void shouldRejectAMemberOfAnotherAxis() throws Exception {
    String yaml = esrs().replace("Category6BusinessTravelMember", "Category6TravelMember");

    assertThatThrownBy(() -> Frameworks.parse("broken.yaml", yaml))
        .hasMessageContaining("member 'Category6TravelMember' on Scope3GHGEmissionsCategory");
  }

  @Test
  void shouldRejectAnUnknownKeyAndNameItsPlace() throws Exception {
    String yaml = esrs().replace("methods: [market-based]", "method: market-based");

    assertThatThrownBy(() -> Frameworks.parse("broken.yaml", yaml))
        .hasMessageContaining("not valid by schemas/framework-1.json")
        .hasMessageContaining("dataPoints[2].query")
        .hasMessageContaining("method");
  }

  @Test
  void shouldRejectASumOfWhatComesLater() throws Exception {
    String yaml = esrs().replace("sumOf: [E1-6.scope-1,", "sumOf: [E1-6.total-market,");

    assertThatThrownBy(() -> Frameworks.parse("broken.yaml", yaml))
        .hasMessageContaining("E1-6.total-location sums E1-6.total-market, which is not listed");
  }

  @Test
  void shouldSayWhichFileAnUnknownFrameworkLacks() {
    assertThatThrownBy(() -> Frameworks.load("esrs-1999"))
        .hasMessageContaining("there is no schemas/frameworks/esrs-1999.yaml");
  }

  private static String esrs() throws Exception {
    return Files.readString(Path.of(ESRS));
  }
}

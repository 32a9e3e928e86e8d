package com.offgridflow.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.offgridflow.report.TaxonomyFiles.Listed;
import com.offgridflow.report.statement.StatementKeys;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The framework files that ship with the hub. */
class FrameworkFilesTest {
  private static final Set<String> TWO_LANGUAGES =
      Set.of("esrs-2023", "esrs-2026", "vsme-2025", "ifrs-s2-2024");

  static List<String> ids() {
    return Frameworks.ids();
  }

  @Test
  void shouldFindEveryFile() throws Exception {
    try (Stream<Path> files = Files.list(Path.of("schemas/frameworks"))) {
      assertThat(files.map(file -> file.getFileName().toString()).filter(n -> n.endsWith(".yaml")))
          .containsExactlyInAnyOrderElementsOf(ids().stream().map(id -> id + ".yaml").toList());
    }
  }

  @ParameterizedTest
  @MethodSource("ids")
  void shouldNameEachDataPointInEveryLanguageOfTheFramework(String id) {
    Framework framework = Frameworks.load(id);

    assertThat(framework.id()).isEqualTo(id);
    for (DataPoint point : framework.dataPoints()) {
      if (TWO_LANGUAGES.contains(id)) {
        assertThat(point.label().byLanguage()).as(point.id()).containsKey("de");
      }
    }
  }

  /** What only a tenant can say needs a statement; what is tagged needs a figure or words. */
  @ParameterizedTest
  @MethodSource("ids")
  void shouldHaveASourceForEachDataPoint(String id) {
    assertThat(Frameworks.load(id).dataPoints())
        .allMatch(
            point ->
                !(point.measure() instanceof Measure.StatedFigure || point.words())
                    || point.statement().isPresent());
  }

  @Test
  void shouldMarkWhatIsNotInForce() {
    assertThat(Frameworks.load("esrs-2026").status()).isEqualTo(FrameworkStatus.DRAFT);
    assertThat(Frameworks.load("sec-2024").status()).isEqualTo(FrameworkStatus.STAYED);
    assertThat(Frameworks.load("esrs-2023").status()).isEqualTo(FrameworkStatus.ADOPTED);
  }

  /** One statement serves all frameworks, so that its unit must fit each of them. */
  @Test
  void shouldAskForEachStatementInUnitsThatConvert() {
    StatementKeys keys = new StatementKeys(Frameworks.all());

    for (String key : keys.all()) {
      Set<Boolean> words = keys.of(key).stream().map(DataPoint::words).collect(Collectors.toSet());
      assertThat(words).as(key).hasSize(1);
      Set<String> kinds =
          keys.of(key).stream()
              .map(point -> point.unit().equals("GJ") ? "MWh" : point.unit())
              .collect(Collectors.toSet());
      assertThat(kinds).as(key).hasSize(1);
    }
    assertThat(keys.all()).contains("net-revenue", "base-year", "emissions.scope-1");
  }

  /** The columns of the list: role, order, element, kind, type, periodType, ... */
  @Test
  void shouldListElementsOfTheRevisedEsrsAsTheDraftHasThem() throws Exception {
    List<String> lines = Files.readAllLines(SharedTaxonomies.revisedEsrs());

    for (Listed listed : TaxonomyFiles.listed(Path.of("schemas/concepts/esrs-2026.csv"))) {
      assertThat(lines)
          .as(listed.name())
          .anyMatch(
              line ->
                  line.startsWith(listed.role() + ",")
                      && line.contains("," + listed.name() + "," + kind(listed) + ",")
                      && line.contains("\"typed: ") == listed.kind().equals("typed-axis")
                      && line.contains(":" + listed.type() + "," + listed.period() + ","));
    }
  }

  private static String kind(Listed listed) {
    return listed.kind().equals("typed-axis") ? "axis" : listed.kind();
  }

  /** ESRS E1-7 totals: the draft's calculation arcs name fossil, nuclear and renewable sources. */
  @Test
  void shouldSumTheEnergyThatTheDraftSums() throws Exception {
    Framework revised = Frameworks.load("esrs-2026");
    String total = revised.dataPoint("E1-7.total").concept().orElseThrow();

    List<String> parts =
        Files.readAllLines(SharedTaxonomies.revisedEsrs()).stream()
            .filter(line -> line.startsWith("role-210700,"))
            .filter(line -> line.contains("," + total + ",\"summation-item"))
            .map(line -> line.split(",")[2])
            .toList();

    assertThat(revised.dataPoint("E1-7.total").measure().parts())
        .extracting(part -> revised.dataPoint(part).concept().orElseThrow())
        .containsExactlyInAnyOrderElementsOf(parts);
  }
}

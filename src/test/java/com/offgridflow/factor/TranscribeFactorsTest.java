package com.offgridflow.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped tables against the originals they were transcribed from. */
class TranscribeFactorsTest {
  private static final Path SHIPPED = Path.of("src", "main", "resources", "factors");

  private static Map<String, Factor> factors;

  @BeforeAll
  static void requireOriginals() {
    Originals.require();
    factors =
        ShippedFactors.factors().stream()
            .collect(Collectors.toMap(Factor::id, Function.identity()));
  }

  @Test
  void shouldWriteTheShippedTablesAgain(@TempDir Path dir) throws Exception {
    for (Path script : TranscribeFactors.scripts()) {
      Path csv = dir.resolve(script.getFileName().toString().replace(".sql", ".csv"));
      TranscribeFactors.transcribe(script, Originals.DIR, csv);
      assertThat(csv).hasSameTextualContentAs(SHIPPED.resolve(csv.getFileName()));
    }
  }

  @Test
  void shouldCarryGoogleIntensityOfEveryYear() throws IOException {
    BigDecimal grams = BigDecimal.ZERO;
    int rows = 0;
    for (int year = 2019; year <= 2024; year++) {
      Path file = Originals.DIR.resolve("cloud/gcp-region-carbon/" + year + ".csv");
      for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
        if (line.matches(".*,-?[\\d.]+")) {
          grams = grams.add(new BigDecimal(line.substring(line.lastIndexOf(',') + 1)));
          rows++;
        }
      }
    }
    List<Factor> shipped = byPrefix("google-");
    assertThat(shipped).hasSize(rows);
    assertThat(sum(shipped, Factor::value)).isEqualByComparingTo(grams.movePointLeft(3));
  }

  @Test
  void shouldCarryEmberIntensityOfEveryAwsAndAzureRegion() throws IOException {
    List<String> lines =
        Files.readAllLines(
            Originals.DIR.resolve("factors/ember-by-region/ember_co2_intensity.csv"));
    List<String[]> rows =
        lines.stream().filter(l -> l.matches("(aws|azure),.*")).map(l -> l.split(",")).toList();
    assertThat(rows).hasSizeGreaterThan(100);
    for (String[] row : rows) {
      Factor factor = factors.get("ember-2026:" + row[0] + "/" + row[1]);
      assertThat(factor.value()).isEqualByComparingTo(new BigDecimal(row[2]).movePointLeft(3));
    }
  }

  @Test
  void shouldCarryEveryInstanceTypeOfTheConstants() throws IOException {
    List<CSVRecord> rows = Originals.withHeader("cloud/ccf-2024/instances.csv");
    CloudInstances instances = ShippedFactors.instances();
    assertThat(rows)
        .allSatisfy(
            row -> {
              CloudInstance found =
                  instances.find(row.get("provider"), row.get("instance_type")).orElseThrow();
              assertThat(found.vcpus()).isEqualByComparingTo(row.get("vcpus"));
              assertThat(found.source().edition()).startsWith("b7a049c");
            });
    assertThat(instances.find("aws", "m8g.large").orElseThrow().source().edition())
        .startsWith("ccf-coefficients");
  }

  @Test
  void shouldCarryEveryProcessorOfTheConstants() throws IOException {
    List<CSVRecord> rows = Originals.withHeader("cloud/ccf-2024/processors.csv");
    Predicate<CSVRecord> cpu = row -> row.get("kind").equals("cpu");
    List<Factor> shipped =
        byPrefix("ccf-2024:").stream()
            .filter(f -> f.kind().equals(FactorKind.MAX_WATTS) && !f.subject().isEmpty())
            .toList();
    assertThat(shipped).hasSize((int) rows.stream().filter(cpu).count());
    assertThat(sum(shipped, Factor::value))
        .isEqualByComparingTo(sum(rows.stream().filter(cpu), "max_watts_per_vcpu"));
  }

  @Test
  void shouldMapEveryZipCode() throws IOException {
    GridZones zones = ShippedFactors.gridZones();
    for (CSVRecord row : Originals.withHeader("factors/egrid-verifi/zip_to_subregion.csv")) {
      if (!row.get(3).equals("U.S. AVERAGE")) {
        String zip = String.format("%05d", Integer.valueOf(row.get(1)));
        assertThat(zones.ofZip(zip)).as(zip).containsAll(regions(row));
      }
    }
  }

  private static List<String> regions(CSVRecord row) {
    return Stream.of(3, 4, 5)
        .filter(i -> i < row.size())
        .map(row::get)
        .filter(zone -> !zone.isBlank())
        .toList();
  }

  private static List<Factor> byPrefix(String prefix) {
    return factors.values().stream().filter(f -> f.id().startsWith(prefix)).toList();
  }

  private static BigDecimal sum(List<Factor> all, Function<Factor, BigDecimal> figure) {
    return all.stream().map(figure).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal sum(Stream<CSVRecord> rows, String column) {
    return rows.map(row -> new BigDecimal(row.get(column)))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}

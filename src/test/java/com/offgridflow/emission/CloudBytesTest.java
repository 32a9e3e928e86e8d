package com.offgridflow.emission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.offgridflow.activity.Activity;
import com.offgridflow.activity.ActivityKind;
import com.offgridflow.activity.Quantity;
import com.offgridflow.emission.Outcome.Estimated;
import com.offgridflow.emission.formula.EstimateBasis;
import com.offgridflow.intake.ActivityReader;
import com.offgridflow.intake.Reading;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The table "What a GB counts as" in docs/units.md, whose figures are hand calculations, and what
 * derivations say about it.
 */
class CloudBytesTest {
  private static final Map<String, String> REGIONS =
      Map.of("aws", "us-east-1", "azure", "eastus", "gcp", "us-west1");
  private static final ActivityReader READER =
      new ActivityReader(CloudBytesTest.class.getResourceAsStream("/schemas/activity-1.json"));

  record Row(
      String kind,
      String amount,
      String unit,
      String provider,
      List<String> hub,
      List<String> ccf) {}

  static List<Row> table() throws IOException {
    try (Stream<String> lines = Files.lines(Path.of("docs", "units.md"))) {
      return lines.filter(line -> line.startsWith("| cloud.")).map(CloudBytesTest::row).toList();
    }
  }

  private static Row row(String line) {
    String[] cell = line.substring(2).split(" +\\| *");
    return new Row(
        cell[0], cell[1], cell[2], cell[3], List.of(cell[4], cell[5]), List.of(cell[6], cell[7]));
  }

  @Test
  void shouldHaveAFigureForEachWayThatBytesComeIn() throws IOException {
    assertThat(table()).hasSize(18);
  }

  @ParameterizedTest
  @MethodSource("table")
  void shouldCountAsTheDocumentationSays(Row row) {
    assertCounts("hub-2026", row, row.hub());
    assertCounts("ccf-2024", row, row.ccf());
  }

  private static void assertCounts(String profile, Row row, List<String> expected) {
    Emission use = estimate(profile, row.kind(), row.amount(), row.unit(), row.provider());
    Quantity counted = use.derivation().converted();
    BigDecimal amount = new BigDecimal(expected.get(0).split(" ")[0]);
    assertThat(counted.unit().symbol()).as(profile).isEqualTo(expected.get(0).split(" ")[1]);
    assertThat(counted.amount()).as(profile).isCloseTo(amount, within(new BigDecimal("1e-12")));
    BigDecimal kwh = new BigDecimal(expected.get(1)).multiply(step(use, "PUE").value());
    assertThat(use.energyKwh().orElseThrow())
        .as(profile)
        .isCloseTo(kwh, within(new BigDecimal("1e-15")));
  }

  @ParameterizedTest
  @CsvSource({
    "ccf-2024, cloud.storage.hdd, GiB-h, TB-h of a GiB-h, 0.001, as bills count: GiB is GB",
    "ccf-2024, cloud.network,     TiB,   GB of a TiB,     1000,  as bills count: GiB is GB",
    "hub-2026, cloud.memory,      GiB-h, GB-h of a GiB-h, 1,     a GB of the coefficient is 2^30",
  })
  void shouldSayInTheDerivationThatPrefixesAreReadOtherwiseThanTheyAreWritten(
      String profile, String kind, String unit, String name, BigDecimal value, String why) {
    Step step = step(estimate(profile, kind, "1", unit, "aws"), name);
    assertThat(step.value()).isEqualByComparingTo(value);
    assertThat(step.why()).startsWith(why);
  }

  @Test
  void shouldSayNothingWhereUnitsMeanWhatTheyAre() {
    Emission use = estimate("hub-2026", "cloud.storage.hdd", "1", "GiB-h", "aws");
    assertThat(use.derivation().toJson()).doesNotContain("of a GiB-h");
  }

  @Test
  void shouldNameTheUnitThatWouldHaveWorked() {
    Activity hours = activity("cloud.network", "5", "GiB-h", "aws");
    assertThat(of("ccf-2024").estimate(hours).message()).contains("GiB-h", "GB");
  }

  private static Emission estimate(
      String profile, String kind, String amount, String unit, String provider) {
    Activity activity = activity(kind, amount, unit, provider);
    return ((Estimated) of(profile).estimate(activity)).emissions().get(0);
  }

  private static EmissionCalculator of(String profile) {
    return new EmissionCalculator(EstimateBasis.shipped().withProfile(profile));
  }

  private static Activity activity(String kind, String amount, String unit, String provider) {
    Map<String, Object> row = new HashMap<>();
    row.put("record_key", "key");
    row.put("kind", ActivityKind.ofCode(kind).orElseThrow().code());
    row.put("quantity", amount);
    row.put("unit", unit);
    row.put("supplier", provider);
    row.put("region", REGIONS.get(provider));
    row.put("period_start", "2024-09-02T00:00:00Z");
    row.put("period_end", "2024-09-03T00:00:00Z");
    row.put("evidence_object", "request");
    row.put("evidence_digest", "0".repeat(64));
    row.put("locator", "1");
    return ((Reading.Accepted) READER.read(row)).activity();
  }

  private static Step step(Emission emission, String name) {
    return emission.derivation().calculation().steps().stream()
        .filter(step -> step.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}

package com.offgridflow.lake.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.offgridflow.lake.Recognition.Recognised;
import com.offgridflow.lake.ShippedFormats;
import com.offgridflow.lake.wiring.Lake.Group;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The FinOps Foundation's sample of 1,000 real rows, read where it lies. */
class FocusSampleTest {

  private static final Path SAMPLE =
      Path.of("../shared/data/billing/focus-sample/focus_sample.csv");

  private final Lake lake = new Lake();

  @BeforeEach
  void needsTheSample() {
    assumeTrue(Files.exists(SAMPLE), "the FOCUS sample is not here: " + SAMPLE);
  }

  @AfterEach
  void close() throws Exception {
    lake.close();
  }

  @Test
  void shouldRecogniseTheSampleByItsHeader() {
    assertThat(lake.reader().recognise(SAMPLE, lake.scratch()))
        .isInstanceOfSatisfying(
            Recognised.class,
            known -> assertThat(known.format()).isEqualTo(ShippedFormats.of("focus")));
  }

  @Test
  void shouldAccountForEachRowAndAllCost() {
    List<Group> groups = lake.rollup(ShippedFormats.of("focus"), SAMPLE);

    assertThat(groups.stream().mapToLong(Group::lines).sum()).isEqualTo(1000);
    // EffectiveCost: AWS usage 16 and credit -3, Microsoft 1.97651418586 (summed with a
    // spreadsheet).
    assertThat(groups.stream().map(Group::cost).reduce(BigDecimal.ZERO, BigDecimal::add))
        .isEqualByComparingTo("14.97651418586");
  }

  @Test
  void shouldKeepCreditsAndAdjustmentsOutOfUsage() {
    Map<String, Long> reasons =
        lake.rollup(ShippedFormats.of("focus"), SAMPLE).stream()
            .filter(group -> group.disposition().equals("not-usage"))
            .collect(Collectors.groupingBy(Group::kind, Collectors.summingLong(Group::lines)));

    // grep -c '"Credit"' and '"Adjustment"' of the sample: 1 and 2
    assertThat(reasons).isEqualTo(Map.of("credit", 1L, "adjustment", 2L));
  }

  @Test
  void shouldFallBackOnRegionNameWhereOracleLeavesRegionIdEmpty() {
    assertThat(lake.rollup(ShippedFormats.of("focus"), SAMPLE))
        .filteredOn(group -> group.supplier().equals("oci"))
        .extracting(Group::region)
        .containsOnly("us-sanjose-1", "us-phoenix-1");
  }
}

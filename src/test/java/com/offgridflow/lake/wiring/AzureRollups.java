package com.offgridflow.lake.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import com.offgridflow.lake.ShippedFormats;
import com.offgridflow.lake.wiring.Lake.Group;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/**
 * Azure charges through the real SQL, from an EA file (PascalCase, US dates) and an MCA file
 * (camelCase, ISO dates), the latter also as Parquet. Column names: Microsoft Learn, "Enterprise
 * Agreement cost and usage details file schema" and "Microsoft Customer Agreement ...".
 */
abstract class AzureRollups {
  @TempDir Path directory;
  final Lake lake = new Lake();

  @AfterEach
  void close() throws Exception {
    lake.close();
  }

  /** The groups, which must be the same whichever way the line comes. */
  List<Group> groups(AzureLine line) throws IOException {
    Path ea = Lake.write(directory.resolve("ea.csv"), AzureLine.EA, line.ea());
    Path mca = Lake.write(directory.resolve("mca.csv"), AzureLine.MCA, line.mca());
    Path parquet =
        lake.parquet(
            mca,
            Map.of(
                "date", "cast(date as timestamp)",
                "quantity", "cast(quantity as double)",
                "costInBillingCurrency", "cast(costInBillingCurrency as double)"));
    List<Group> groups = lake.rollup(ShippedFormats.of("azure-cost"), ea);
    assertThat(lake.rollup(ShippedFormats.of("azure-cost"), mca))
        .containsExactlyInAnyOrderElementsOf(groups);
    assertThat(lake.rollup(ShippedFormats.of("azure-cost"), parquet))
        .containsExactlyInAnyOrderElementsOf(groups);
    return groups;
  }
}

package com.offgridflow.source.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.offgridflow.wiring.HubTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each source from a directory to activities: route, reader, intake. */
@QuarkusTest
@WithTestResource(HubTestResource.class)
class SourceSamplesTest {
  private static final Path FOCUS_SAMPLE =
      Path.of("../shared/data/billing/focus-sample/focus_sample.csv");

  @Inject Syncs syncs;

  private String synced(String kind, Path location) {
    String tenant = syncs.tenant(kind, Map.of("location", location.toString()));
    Syncs.Done done = syncs.sync(tenant);
    assertThat(done.state().succeeded()).as(done.cause()).isTrue();
    return tenant;
  }

  @Test
  void shouldReadWhatTheManifestOfALegacyReportNames() {
    String tenant = synced("aws-cur", Samples.input("aws-cur"));

    assertThat(syncs.activities(tenant)).isEqualTo(Samples.expected("aws-cur"));
    assertThat(syncs.lines(tenant)).containsExactly("8 6 2 0");
    assertThat(syncs.runs(tenant)).containsExactly("done");
  }

  @Test
  void shouldReadAMonthOfADataExportInParquet() throws IOException {
    Path directory = Samples.directory();
    Samples.cur2(directory);

    String tenant = synced("aws-cur", directory);

    assertThat(syncs.activities(tenant)).isEqualTo(Samples.expected("aws-cur-2"));
    assertThat(syncs.lines(tenant)).containsExactly("5 3 2 0");
  }

  @Test
  void shouldReadFocus() {
    String tenant = synced("focus", Samples.input("focus"));

    assertThat(syncs.activities(tenant)).isEqualTo(Samples.expected("focus"));
    assertThat(syncs.lines(tenant)).containsExactly("4 3 1 0");
  }

  @Test
  void shouldReadTheNewestRunOfAnAzureExport() {
    String tenant = synced("azure-cost", Samples.input("azure-cost"));

    assertThat(syncs.activities(tenant)).isEqualTo(Samples.expected("azure-cost"));
    assertThat(syncs.lines(tenant)).containsExactly("6 4 2 0");
  }

  @Test
  void shouldReadOracleCostReportsByNothingButTheirRouteAndTheirRollup() {
    String tenant = synced("oci-focus", Samples.input("oci-focus"));

    assertThat(syncs.activities(tenant)).isEqualTo(Samples.expected("oci-focus"));
    assertThat(syncs.lines(tenant)).containsExactly("6 6 0 0", "5 3 2 0");
  }

  @Test
  void shouldTellOracleReportsAmongFilesOfAnyFormat() {
    String tenant = synced("files", Samples.input("oci-focus"));

    assertThat(syncs.activities(tenant)).isEqualTo(Samples.expected("oci-focus"));
  }

  @Test
  void shouldReadUtilityBillsInTheZoneOfTheSite() {
    String tenant = synced("utility-csv", Samples.input("utility-csv"));

    assertThat(syncs.activities(tenant)).isEqualTo(Samples.expected("utility-csv"));
    assertThat(syncs.lines(tenant)).containsExactly("3 3 0 0");
  }

  @Test
  void shouldAccountForEachLineAndAllCostOfTheFocusSample() {
    assumeTrue(Files.exists(FOCUS_SAMPLE), "the FOCUS sample is not here: " + FOCUS_SAMPLE);

    String tenant = synced("focus", FOCUS_SAMPLE.toAbsolutePath().normalize());

    // grep -c of the charge categories: 997 Usage, 1 Credit, 2 Adjustment
    assertThat(syncs.lines(tenant)).containsExactly("1000 997 3 0");
    // EffectiveCost, summed with a spreadsheet: usage 16 + 1.97651418586, all 14.97651418586
    String cost =
        """
        select trim_scale(sum(cost))::text from (
          select tenant_id, cost from activity
          union all select tenant_id, cost from not_usage) both_of_them where tenant_id = ?""";
    assertThat(syncs.texts(tenant, cost)).containsExactly("14.97651418586");
  }

  @Test
  void shouldTakeInNothingTwice() {
    String tenant = synced("utility-csv", Samples.input("utility-csv"));

    Syncs.Done again = syncs.sync(tenant);

    assertThat(syncs.tally(tenant, again)).containsEntry("unchanged", "1");
    assertThat(syncs.activities(tenant)).isEqualTo(Samples.expected("utility-csv"));
  }
}

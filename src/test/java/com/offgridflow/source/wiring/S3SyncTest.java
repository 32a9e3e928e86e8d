package com.offgridflow.source.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import com.offgridflow.wiring.HubTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Syncs from S3 when all goes well. */
@QuarkusTest
@WithTestResource(HubTestResource.class)
class S3SyncTest extends S3Bills {
  @Test
  void shouldReadTheSameAsFromADirectory() throws IOException {
    server.putAll("bills", Samples.input("aws-cur"));
    Path exports = Samples.directory();
    Samples.cur2(exports);
    server.putAll("bills/exports", exports);

    String legacy = tenant("aws-cur", "reports");
    String export = tenant("aws-cur", "exports");
    Syncs.Done done = syncs.sync(legacy);
    syncs.sync(export);

    assertThat(done.state().succeeded()).as(done.cause()).isTrue();
    assertThat(syncs.activities(legacy)).isEqualTo(Samples.expected("aws-cur"));
    assertThat(syncs.activities(export)).isEqualTo(Samples.expected("aws-cur-2"));
  }

  @Test
  void shouldListPageByPage() {
    // "_" marks bookkeeping, which is listed and left alone
    for (int i = 0; i < 1005; i++) {
      server.put("bills/many/a/_" + i, new byte[] {1});
    }
    put("many/z.csv", bill(1, "5"));
    String tenant = tenant("utility-csv", "many");

    syncs.sync(tenant);

    assertThat(quantities(tenant)).containsExactly("5");
    assertThat(proxy.requests())
        .filteredOn(uri -> uri.contains("prefix=many"))
        .hasSizeGreaterThan(1);
  }

  @Test
  void shouldTakeInNothingWhenNothingHasChanged() {
    put("same/a.csv", bill(1, "5"));
    String tenant = tenant("utility-csv", "same");
    syncs.sync(tenant);

    Syncs.Done again = syncs.sync(tenant);

    assertThat(syncs.tally(tenant, again))
        .containsEntry("unchanged", "1")
        .containsEntry("taken", "0");
    assertThat(quantities(tenant)).containsExactly("5");
  }

  @Test
  void shouldSupersedeAndWithdrawWhatAMonthDeliveredAgainChanges() {
    put("again/a.csv", bill(1, "5"), bill(2, "6"), bill(3, "7"));
    String tenant = tenant("utility-csv", "again");
    syncs.sync(tenant);

    put("again/a.csv", bill(1, "5"), bill(2, "60"));
    syncs.sync(tenant);

    assertThat(quantities(tenant)).containsExactlyInAnyOrder("5", "60");
    assertThat(
            syncs.texts(
                tenant,
                """
                select concat_ws(' ', accepted, duplicate, superseding, withdrawn) from run
                where tenant_id = ? order by run_id"""))
        .containsExactly("3 0 0 0", "0 1 1 1");
  }
}

package com.offgridflow.source.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import com.offgridflow.source.wiring.BlobProxy.Fault;
import com.offgridflow.wiring.HubTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** Exports of Azure that are damaged or incomplete, and servers and connections that fail. */
@QuarkusTest
@WithTestResource(HubTestResource.class)
class AzureFaultsSyncTest extends AzureBills {
  @Test
  void shouldNotMindBeingThrottledForAMoment() {
    run("busy", lines("7"), "part_0_0001.csv", "AmortizedCost", 1);
    String tenant = tenant("busy");
    proxy.fault("", Fault.BUSY, 2);

    Syncs.Done done = syncs.sync(tenant);

    assertThat(done.state().succeeded()).as(done.cause()).isTrue();
    assertThat(quantities(tenant)).containsExactly("7");
  }

  @Test
  void shouldTryAgainLaterWhenThrottledForLong() {
    run("jammed", lines("7"), "part_0_0001.csv", "AmortizedCost", 1);
    String tenant = tenant("jammed");
    proxy.fault("", Fault.BUSY, 100);

    Syncs.Done done = syncs.sync(tenant);

    assertThat(done.state().waitingAfterFailure()).isTrue();
    assertThat(done.cause()).contains("answered 503 (ServerBusy)");
  }

  @Test
  void shouldReadOnWhereAConnectionBroke() {
    byte[] lines = lines("7", "8");
    int half = lines.length / 2;
    run("cut", lines, "part_0_0001.csv", "AmortizedCost", 2);
    String tenant = tenant("cut");
    proxy.fault("part_0_0001", Fault.CUT, 1);

    Syncs.Done done = syncs.sync(tenant);

    assertThat(done.state().succeeded()).as(done.cause()).isTrue();
    assertThat(quantities(tenant)).containsExactly("15");
    assertThat(proxy.conditions())
        .last()
        .asString()
        .contains("bytes=" + half + "-")
        .doesNotContain("null");
  }

  @Test
  void shouldNameTheBlobThatAManifestMisses() {
    manifest("missing", "part_0_0009.csv", 5, "AmortizedCost", 1);

    assertThat(onlyRejection(tenant("missing")))
        .startsWith("MISSING_OBJECT | missing/" + RUN + "manifest.json | ")
        .contains("part_0_0009.csv");
  }

  @Test
  void shouldRefuseABlobOfAnotherSizeThanTheManifestSays() {
    put("size/" + RUN + "part_0_0001.csv", lines("1"));
    manifest("size", "part_0_0001.csv", 5, "AmortizedCost", 1);

    assertThat(onlyRejection(tenant("size"))).startsWith("OTHER_SIZE | ").contains(" 5 ");
  }

  @Test
  void shouldRefuseFilesWithOtherRowsThanTheManifestCounts() {
    run("rows", lines("1"), "part_0_0001.csv", "AmortizedCost", 3);
    String tenant = tenant("rows");

    assertThat(onlyRejection(tenant))
        .startsWith("OTHER_ROW_COUNT | ")
        .contains(" 3 ", "have 1 rows");
    assertThat(quantities(tenant)).isEmpty();
  }

  @Test
  void shouldRefuseATruncatedGzip() throws IOException {
    ByteArrayOutputStream gzip = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(gzip)) {
      out.write(lines("3"));
    }
    byte[] half = Arrays.copyOf(gzip.toByteArray(), gzip.size() / 2);
    run("half", half, "part_0_0001.csv.gz", "AmortizedCost", 1);

    assertThat(onlyRejection(tenant("half")))
        .startsWith("UNREADABLE_FILE | half/" + RUN + "part_0_0001.csv.gz | ");
  }

  @Test
  void shouldRefuseDamagedParquet() {
    byte[] damaged = "PAR1 nothing of the sort PAR1".getBytes(StandardCharsets.UTF_8);
    run("damaged", damaged, "part_0_0001.parquet", "AmortizedCost", 1);

    assertThat(onlyRejection(tenant("damaged")))
        .startsWith("UNREADABLE_FILE | damaged/" + RUN + "part_0_0001.parquet | ");
  }
}

package com.offgridflow.source.wiring;

import static com.offgridflow.cbam.SampleGoods.HEADER;
import static com.offgridflow.cbam.SampleGoods.SCREWS;
import static com.offgridflow.cbam.SampleGoods.STEEL;
import static org.assertj.core.api.Assertions.assertThat;

import com.offgridflow.wiring.Sandbox;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SourceCbamCsvRouteTest {
  private static final String REJECTED =
      "select locator || ': ' || message from rejection where tenant_id = ?";

  @Inject Sandbox sandbox;
  @Inject Syncs syncs;

  @Test
  void shouldLoadGoodsThatAreDroppedAndListBadRows() {
    String tenant = sandbox.tenant();
    sandbox.connect(tenant, "bills", "cbam-csv");
    sandbox.file(tenant, "q4.csv", HEADER + STEEL + SCREWS.replace("IN,200", "NO,200"));

    assertThat(syncs.sync(tenant).state().succeeded()).isTrue();

    assertThat(sandbox.rows(tenant, "select line_id, loaded_from from cbam_goods"))
        .containsExactly(Map.of("line_id", "stl", "loaded_from", "q4.csv, row 1"));
    assertThat(syncs.texts(tenant, REJECTED).get(0)).startsWith("row 4: origin_country 'NO'");
  }
}

package com.offgridflow.source.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import com.offgridflow.wiring.Sandbox;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SourceInstrumentsCsvRouteTest {
  private static final String HEADER =
      "id,type,carrier,volume,use_from,use_to,market,technology,rate,retired_on\n";
  private static final String GO =
      "go,certificate,electricity,600,2024-01-01,2025-01-01,DE,wind,0,2025-01-10\n";

  @Inject Sandbox sandbox;
  @Inject Syncs syncs;
  private String tenant;

  @BeforeEach
  void begin() {
    tenant = sandbox.tenant();
    sandbox.connect(tenant, "bills", "instruments-csv");
  }

  @Test
  void shouldLoadWhatIsDroppedAndListBadRows() {
    sandbox.file(tenant, "2024.csv", HEADER + GO + GO.replace("600", "-1"));

    assertThat(syncs.sync(tenant).state().succeeded()).isTrue();

    assertThat(sandbox.rows(tenant, "select instrument_id, loaded_from from instrument"))
        .containsExactly(Map.of("instrument_id", "go", "loaded_from", "2024.csv, row 1"));
    assertThat(syncs.texts(tenant, REJECTED)).hasSize(1);
    assertThat(syncs.texts(tenant, REJECTED).get(0))
        .startsWith("2024.csv, row 2: volume of instrument 'go' must be more than 0, not -1");
  }

  @Test
  void shouldPassOverAFileThatWasLoadedBefore() {
    sandbox.file(tenant, "2024.csv", HEADER + GO);
    syncs.sync(tenant);

    Syncs.Done again = syncs.sync(tenant);

    assertThat(syncs.tally(tenant, again)).containsEntry("unchanged", "1");
    assertThat(syncs.texts(tenant, "select state from run where tenant_id = ? order by run_id"))
        .isEqualTo(List.of("done", "unchanged"));
  }

  @Test
  void shouldRefuseAFileWithoutTheColumns() {
    sandbox.file(tenant, "2024.csv", "id,volume\ngo,600\n");

    Syncs.Done done = syncs.sync(tenant);

    assertThat(syncs.tally(tenant, done)).containsEntry("refused", "1");
    assertThat(syncs.texts(tenant, REJECTED).get(0)).contains("the header lacks column 'type'");
  }

  @Test
  void shouldRefuseAFileThatIsNoCsv() {
    sandbox.file(tenant, "2024.csv", HEADER + GO + "\"go-2,certificate\n");

    Syncs.Done done = syncs.sync(tenant);

    assertThat(syncs.tally(tenant, done)).containsEntry("refused", "1");
    assertThat(syncs.texts(tenant, REJECTED).get(0)).contains("the table is no CSV");
    assertThat(sandbox.rows(tenant, "select * from instrument")).isEmpty();
  }

  private static final String REJECTED =
      "select object || ', ' || locator || ': ' || message from rejection where tenant_id = ?";
}

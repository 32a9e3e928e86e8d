package com.offgridflow.source.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import com.offgridflow.wiring.HubTestResource;
import com.offgridflow.wiring.Sandbox;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever a sync has taken in is estimated, however its attempts ended. */
@QuarkusTest
@WithTestResource(HubTestResource.class)
class SyncAskForEstimateTest {
  private static final String UNESTIMATED =
      "select delivery from run where tenant_id = ? and state = 'done' and estimated_at is null";
  private static final String ESTIMATES =
      "select state from job where tenant_id = ? and kind = 'estimate'";

  @Inject Syncs syncs;
  @Inject Sandbox sandbox;

  private Path directory;
  private String tenant;

  @BeforeEach
  void connect() throws IOException {
    directory = Samples.directory();
    tenant = syncs.tenant("files", Map.of("location", directory.toString()));
    MonthFiles.write(directory, "2024-07", "1");
  }

  /** As if its worker had been killed between the last delivery and the end of the sync. */
  @Test
  void shouldAskAgainWhenTheAttemptBeforeWasCutOff() {
    Syncs.Done cutOff = syncs.sync(tenant);
    asBeforeTheEnd();

    syncs.retry(tenant, cutOff);

    assertThat(syncs.texts(tenant, UNESTIMATED)).isEmpty();
  }

  /** The first attempt has asked for an estimate, which is done; the second brings more. */
  @Test
  void shouldAskAgainForWhatALaterAttemptBrings() throws IOException {
    Syncs.Done first = syncs.sync(tenant);
    MonthFiles.write(directory, "2024-08", "1");
    sandbox
        .owner()
        .update("update job set state = 'queued' where tenant_id = ? and kind = 'sync'", tenant);

    syncs.retry(tenant, first);

    assertThat(syncs.texts(tenant, UNESTIMATED)).isEmpty();
    assertThat(syncs.texts(tenant, ESTIMATES)).containsExactly("succeeded", "succeeded");
  }

  @Test
  void shouldNotAskWhenNothingHasChanged() {
    syncs.sync(tenant);
    syncs.sync(tenant);

    assertThat(syncs.texts(tenant, ESTIMATES)).containsExactly("succeeded");
  }

  private void asBeforeTheEnd() {
    sandbox.owner().update("delete from job where tenant_id = ? and kind = 'estimate'", tenant);
    sandbox.owner().update("update run set estimated_at = null where tenant_id = ?", tenant);
    sandbox
        .owner()
        .update("update job set state = 'queued' where tenant_id = ? and kind = 'sync'", tenant);
  }
}

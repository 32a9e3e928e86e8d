package com.offgridflow.source.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.offgridflow.wiring.HubTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.api.management.ManagedCamelContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which files of a directory are read again. */
@QuarkusTest
@WithTestResource(HubTestResource.class)
class DirectorySyncTest {
  private static final FileTime DATE = FileTime.from(Instant.parse("2024-10-01T00:00:00Z"));

  @Inject Syncs syncs;
  @Inject CamelContext camel;
  private Path file;
  private String tenant;

  /** A file that has lain there for a while when it is read first. */
  @BeforeEach
  void readOnce() throws Exception {
    Path directory = Samples.directory();
    file = directory.resolve("bills.csv");
    write("5");
    tenant = syncs.tenant("utility-csv", Map.of("location", directory.toString()));
    settle();
    syncs.sync(tenant);
  }

  private void write(String quantity) throws IOException {
    Files.writeString(
        file,
        """
        account,kind,quantity,unit,period_start,period_end,country,invoice
        E-1,electricity,%s,kWh,2024-09-01,2024-09-30,DE,INV-1
        """
            .formatted(quantity));
    Files.setLastModifiedTime(file, DATE);
  }

  private static void settle() {
    await().pollDelay(Duration.ofMillis(3200)).until(() -> true);
  }

  private long opened() throws Exception {
    return camel
        .getCamelContextExtension()
        .getContextPlugin(ManagedCamelContext.class)
        .getManagedRoute("core-fetch-directory")
        .getExchangesTotal();
  }

  private List<String> quantities() {
    return syncs.texts(
        tenant,
        "select trim_scale(quantity)::text from activity where tenant_id = ? and superseded_at is null");
  }

  @Test
  void shouldNotOpenAFileThatIsAsItWas() throws Exception {
    long before = opened();

    Syncs.Done again = syncs.sync(tenant);

    assertThat(syncs.tally(tenant, again)).containsEntry("unchanged", "1");
    assertThat(opened()).isEqualTo(before);
    assertThat(quantities()).containsExactly("5");
  }

  @Test
  void shouldReadAFileThatWasReplacedByOneOfTheSameSizeAndDate() throws Exception {
    write("6");
    settle();

    syncs.sync(tenant);

    assertThat(quantities()).containsExactly("6");
  }
}

package com.offgridflow.delivery.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import com.offgridflow.wiring.Sandbox;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DirectoryDeliveryTest extends DeliveredFiles {
  @Inject Sandbox sandbox;

  @Test
  void shouldWriteTheRenderingsIntoADirectoryThatIsAllowed() {
    Path directory = hub.data().resolve("delivered").resolve(tenant);
    directory.getParent().toFile().mkdirs();
    put("directory", target("directory", Map.of("directory", directory.toString()), Map.of()));

    String report = deliveries.report(tenant);

    assertDelivered("directory", report);
    assertThat(directory.resolve("reports/annual/" + report + ".xbrl"))
        .hasBinaryContent(deliveries.rendering(tenant, report, "xbrl"));
  }

  @Test
  void shouldNotWriteIntoAnyOtherDirectory() throws Exception {
    Path outside = Files.createTempDirectory("h4-outside");
    Path link = hub.data().resolve("delivered").resolve("link-" + tenant);
    Files.createDirectories(link.getParent());
    Files.createSymbolicLink(link, outside);
    put("outside", target("directory", Map.of("directory", outside.toString()), Map.of()));
    put("link", target("directory", Map.of("directory", link.toString()), Map.of()));

    String report = deliveries.report(tenant);

    assertThat(deliveries.delivery(tenant, "outside", report).cause())
        .contains("is not below a directory that may be written to");
    assertThat(deliveries.delivery(tenant, "link", report).name()).isEqualTo("parked");
    assertThat(outside).isEmptyDirectory();
    Files.delete(outside);
  }

  /** The test's typeface has no Chinese letters: Beijing, U+5317 U+4EAC. */
  @Test
  void shouldSayInTheJobWhichCharactersThePdfCannotShow() {
    Path directory = hub.data().resolve("delivered").resolve("named-" + tenant);
    directory.getParent().toFile().mkdirs();
    put("named", target("directory", Map.of("directory", directory.toString()), Map.of()));
    sandbox.owner().update("update tenant set name = '\u5317\u4eac' where tenant_id = ?", tenant);

    String report = deliveries.report(tenant);

    assertThat(undrawn(report)).hasSize(2).containsOnly("\u4eac (U+4EAC), \u5317 (U+5317)");
  }

  @Test
  void shouldSayNothingOfAPdfThatShowsAll() {
    assertThat(undrawn(deliveries.report(tenant))).isEmpty();
  }

  private List<String> undrawn(String report) {
    return sandbox
        .owner()
        .queryForList(
            """
            select result->>'undrawn_in_pdf' from job
            where payload->>'report' = ? and result->>'undrawn_in_pdf' is not null""",
            String.class,
            report);
  }
}

package com.offgridflow.delivery.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DirectoryDeliveryTest extends DeliveredFiles {
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
}

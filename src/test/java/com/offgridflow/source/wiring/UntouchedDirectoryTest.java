package com.offgridflow.source.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import com.offgridflow.wiring.HubTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A directory that a connection reads stays as it is, whatever has to be unpacked of it. */
@QuarkusTest
@WithTestResource(HubTestResource.class)
class UntouchedDirectoryTest {
  private static final String HEADER =
      "lineItem/LineItemType,lineItem/UsageStartDate,lineItem/UsageAccountId,lineItem/ProductCode,"
          + "lineItem/UsageType,lineItem/UsageAmount,lineItem/UnblendedCost,lineItem/CurrencyCode,"
          + "pricing/unit,product/regionCode\n";
  private static final String LINE =
      "Usage,2024-09-02T00:00:00Z,1,AmazonEC2,NatGateway-Hours,1,0.5,USD,Hrs,eu-central-1\n";

  @Inject Syncs syncs;

  private Path directory;
  private String tenant;

  @BeforeEach
  void connect() {
    directory = Samples.directory();
    tenant = syncs.tenant("files", Map.of("location", directory.toString()));
  }

  @Test
  void shouldCountABillInAZipOnce() throws IOException {
    byte[] bill = (HEADER + LINE).getBytes(StandardCharsets.UTF_8);
    Files.write(directory.resolve("cur.zip"), AwsFiles.zip(bill, "cur.csv"));

    syncs.sync(tenant);
    assertThat(syncs.lines(tenant)).containsExactly("1 1 0 0");

    assertThat(syncs.tally(tenant, syncs.sync(tenant))).containsEntry("deliveries", "1");
    assertThat(files()).containsExactly("cur.zip");
  }

  @Test
  void shouldCountTheRowsBesideAMalformedOneOnce() throws IOException {
    Files.writeString(directory.resolve("cur.csv"), HEADER + LINE + "Usage,too,short\n");

    syncs.sync(tenant);
    assertThat(syncs.lines(tenant)).containsExactly("2 1 0 1");

    assertThat(syncs.tally(tenant, syncs.sync(tenant))).containsEntry("deliveries", "1");
    assertThat(files()).containsExactly("cur.csv");
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}

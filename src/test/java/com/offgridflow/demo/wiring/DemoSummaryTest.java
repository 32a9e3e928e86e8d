package com.offgridflow.demo.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import com.offgridflow.job.JobRequest;
import com.offgridflow.job.wiring.TestWorker;
import com.offgridflow.wiring.Sandbox;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DemoSummaryTest {
  private static final String HEADER =
      "lineItem/LineItemType,lineItem/UsageStartDate,lineItem/UsageAccountId,lineItem/ProductCode,"
          + "lineItem/UsageType,lineItem/UsageAmount,lineItem/UnblendedCost,lineItem/CurrencyCode,"
          + "pricing/unit,product/regionCode\n";
  private static final String LINE =
      "Usage,2024-09-0%dT00:00:00Z,1,AmazonEC2,EBS:VolumeUsage.gp3,1,%s,USD,GB-Mo,%s\n";

  @Inject DemoSummary summary;
  @Inject Sandbox sandbox;
  @Inject TestWorker worker;

  @Test
  void shouldShowHowMuchOfEachSourceIsEstimatedAndWhatIsHeld() {
    String tenant = sandbox.tenant();
    String known = LINE.formatted(1, "0.6", "eu-central-1");
    sandbox.file(tenant, "2024-09.csv", HEADER + known + LINE.formatted(2, "0.4", "mars-north-1"));
    sandbox.connect(tenant, "bills", "files");
    worker.run(tenant, JobRequest.sync("bills", "first"));
    sandbox.file(tenant, "2024-09.csv", HEADER);
    worker.run(tenant, JobRequest.sync("bills", "second"));

    String screen = printed(tenant);

    // 0.6 of 1.0, by use; one of two lines
    assertThat(screen).containsPattern("bills +60\\.0 % of USD +0\\.0 % +50\\.0 %");
    assertThat(screen)
        .containsPattern("Held\\R +bills, 2024-09\\.csv: shrank by more than half: activities 0");
  }

  private String printed(String tenant) {
    PrintStream screen = System.out;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    try {
      summary.print(tenant, "none", Duration.ofSeconds(1));
    } finally {
      System.setOut(screen);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}

package com.offgridflow.source.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A faulty file beside a good one: the message tells an operator why, the good one is taken in. */
abstract class FaultyFiles {
  static final String HEADER =
      "lineItem/LineItemType,lineItem/UsageStartDate,lineItem/UsageAccountId,lineItem/ProductCode,"
          + "lineItem/UsageType,lineItem/UsageAmount,lineItem/UnblendedCost,lineItem/CurrencyCode,"
          + "pricing/unit,product/regionCode";
  static final String LINE =
      "Usage,2024-09-02T00:00:00Z,1,AmazonEC2,NatGateway-Hours,1,0.5,USD,Hrs,eu-central-1";
  static final String BILLS = "account,kind,quantity,unit,period_start,period_end,country,invoice";

  @Inject Syncs syncs;
  Path directory;
  String tenant;

  @BeforeEach
  void putAGoodFile() throws IOException {
    directory = Samples.directory();
    tenant = syncs.tenant("files", Map.of("location", directory.toString()));
    write("good.csv", BILLS, "E-9,electricity,1,kWh,2024-09-01,2024-09-30,DE,GOOD");
  }

  @AfterEach
  void shouldHaveTakenInTheGoodFileAndSaidNothingInternal() {
    assertThat(
            syncs.texts(
                tenant,
                "select account from activity where tenant_id = ? and superseded_at is null"))
        .contains("E-9");
    assertThat(
            syncs.texts(
                tenant,
                "select coalesce(cause, '') || ' ' || objects from run where tenant_id = ?"))
        .noneMatch(text -> text.contains("com.offgridflow") || text.contains("Exception"))
        .noneMatch(text -> text.contains(directory.toString()) || text.contains("spool"));
    assertThat(syncs.rejections(tenant))
        .noneMatch(text -> text.contains("Exception") || text.contains(directory.toString()));
  }

  Path write(String name, String... lines) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, String.join("\n", lines) + "\n");
  }

  Path write(String name, byte[] bytes) throws IOException {
    return Files.write(directory.resolve(name), bytes);
  }

  String onlyRejection() {
    Syncs.Done done = syncs.sync(tenant);
    assertThat(done.state().succeeded()).as(done.cause()).isTrue();
    List<String> rejections = syncs.rejections(tenant);
    assertThat(rejections).hasSize(1);
    return rejections.get(0);
  }
}

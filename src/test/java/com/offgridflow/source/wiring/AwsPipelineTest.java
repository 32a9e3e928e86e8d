package com.offgridflow.source.wiring;

import static com.offgridflow.source.wiring.AwsFiles.CUR_2;
import static com.offgridflow.source.wiring.AwsFiles.csv;
import static com.offgridflow.source.wiring.AwsFiles.gzip;
import static com.offgridflow.source.wiring.AwsFiles.manifest;
import static com.offgridflow.source.wiring.AwsFiles.sent;
import static org.assertj.core.api.Assertions.assertThat;

import com.offgridflow.source.wiring.SigV4.Keys;
import com.offgridflow.wiring.HubTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * From an export in S3, read as a role that the tenant lets the hub assume, to a figure reported.
 */
@QuarkusTest
@WithTestResource(HubTestResource.class)
class AwsPipelineTest {
  private static final String MONTH = "BILLING_PERIOD=2024-09/";

  @Inject Syncs syncs;
  @Inject ConnectionSecrets secrets;
  @Inject Reports reports;

  /**
   * A million GB sent from Frankfurt, of 2^30 bytes: 1,073,741.824 GB × 0.001 kWh/GB × PUE 1.35 ×
   * 0.32965 kg/kWh = 477.84463958016 kg.
   */
  @Test
  void shouldReportWhatAnExportSays() throws Exception {
    try (S3Server server = new S3Server("bills");
        S3Proxy proxy = new S3Proxy(server.port());
        StsDouble sts = new StsDouble("eu-central-1")) {
      sts.issue(new Keys("ASIAEXAMPLE1", "secretOfSession1", "token-1"), 3600);
      deliver(server);
      String tenant = connected(proxy, sts);

      assertThat(syncs.sync(tenant).state().succeeded()).isTrue();
      Map<String, String> figures = reports.annual(tenant, 2024);

      assertThat(figures).containsEntry("E1-6.scope-3.category-01", "0.47784463958016");
      assertThat(proxy.callers()).containsOnly("ASIAEXAMPLE1 token-1");
      assertThat(sts.problems()).isEmpty();
    }
  }

  private static void deliver(S3Server server) throws IOException {
    String key = "exports/hub/data/" + MONTH + "20240930T060000Z-1/hub-00001.csv.gz";
    String tax = "Tax,2024-09-01T00:00:00Z,111122223333,AmazonEC2,,1,19,USD,,{},";
    server.put("bills/" + key, gzip(csv(CUR_2, sent("1000000"), tax)));
    server.put("bills/exports/hub/metadata/" + MONTH + "hub-Manifest.json", manifest("bills", key));
  }

  private String connected(S3Proxy proxy, StsDouble sts) {
    String tenant =
        syncs.tenant(
            "aws-cur",
            Map.of(
                "location",
                "s3://bills/exports",
                "endpoint",
                proxy.endpoint(),
                "region",
                "eu-central-1",
                "role_arn",
                StsDouble.ROLE,
                "external_id",
                StsDouble.EXTERNAL_ID,
                "sts_endpoint",
                sts.endpoint()));
    secrets.store(tenant, "bills", StsDouble.HUB.asSecret());
    return tenant;
  }
}

package com.offgridflow.delivery.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import com.offgridflow.job.JobState;
import com.offgridflow.source.wiring.S3Server;
import com.offgridflow.wiring.HubConfig;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;

/** Targets for the files of reports, at servers that speak the real protocols. */
abstract class DeliveredFiles {
  static final String SECRET = "wJalrXUtnFEMI-K7MDENG-bPxRfiCYEXAMPLEKEY";
  private static final String NAMES = "reports/{plan}/{report}{suffix}";

  @Inject Deliveries deliveries;
  @Inject HubConfig hub;
  String tenant;

  @BeforeEach
  void begin() {
    tenant = deliveries.tenant();
  }

  static Map<String, Object> target(
      String kind, Map<String, String> settings, Map<String, String> secret) {
    return Map.of(
        "kind", kind,
        "renderings", List.of("xbrl", "pdf"),
        "names", NAMES,
        "settings", settings,
        "secret", secret);
  }

  static Map<String, Object> s3Target(S3Server s3, String bucket) {
    return target(
        "s3",
        Map.of(
            "bucket",
            bucket,
            "region",
            "eu-central-1",
            "endpoint",
            "http://localhost:" + s3.port()),
        Map.of("access_key_id", "AKIAIOSFODNN7EXAMPLE", "secret_access_key", SECRET));
  }

  static Map<String, Object> sftpTarget(
      SftpServer sftp, Map<String, String> secret, String hostKey) {
    return target(
        "sftp",
        Map.of(
            "host",
            "localhost",
            "port",
            Integer.toString(sftp.port()),
            "user",
            SftpServer.USER,
            "host_key",
            hostKey),
        secret);
  }

  void put(String id, Map<String, Object> target) {
    deliveries.put(tenant, id, target).statusCode(200);
  }

  void assertDelivered(String target, String report) {
    JobState job = deliveries.delivery(tenant, target, report);
    assertThat(job.succeeded()).as("cause: " + job.cause()).isTrue();
  }
}

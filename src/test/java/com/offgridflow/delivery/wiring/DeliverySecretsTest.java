package com.offgridflow.delivery.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import com.offgridflow.source.wiring.Leaks;
import com.offgridflow.source.wiring.S3Server;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
class DeliverySecretsTest extends DeliveredFiles {
  @TempDir static Path root;
  private static S3Server s3;
  private static SftpServer sftp;

  @BeforeAll
  static void startServers() throws Exception {
    s3 = new S3Server("acme-reports");
    sftp = new SftpServer(root);
  }

  @AfterAll
  static void stopServers() throws Exception {
    s3.close();
    sftp.close();
  }

  @Inject CamelContext camel;

  @Test
  void shouldShowSecretsNowhere() throws Exception {
    Leaks leaks = new Leaks(SECRET, SftpServer.PASSWORD, "BEGIN PRIVATE KEY");
    leaks.during(
        () -> {
          put("bucket", s3Target(s3, "no-such-bucket"));
          put("sftp", sftpTarget(sftp, Map.of("password", SftpServer.PASSWORD), sftp.hostKey()));
          put("key", sftpTarget(sftp, Map.of("private_key", sftp.privateKey()), sftp.hostKey()));
          deliveries.report(tenant);
        });

    leaks.check(camel);
    String shown = deliveries.get(tenant, "").statusCode(200).extract().asString();
    leaks.check(List.of(shown));
    assertThat(shown).contains("\"id\":\"sftp\"");
  }
}

package com.offgridflow.delivery.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import com.offgridflow.job.JobState;
import com.offgridflow.upstream.wiring.Figures;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
class SftpDeliveryTest extends DeliveredFiles {
  @TempDir static Path sftpRoot;
  private static SftpServer sftp;

  @BeforeAll
  static void startServer() throws Exception {
    sftp = new SftpServer(sftpRoot);
  }

  @AfterAll
  static void stopServer() throws Exception {
    sftp.close();
  }

  @Test
  void shouldPutTheRenderingsOnAnSftpServerByPasswordAndByKey() throws Exception {
    put("by-password", sftpTarget(sftp, Map.of("password", SftpServer.PASSWORD), sftp.hostKey()));
    String first = deliveries.report(tenant);
    assertDelivered("by-password", first);
    tenant = deliveries.tenant();
    put("by-key", sftpTarget(sftp, Map.of("private_key", sftp.privateKey()), sftp.hostKey()));
    String second = deliveries.report(tenant);
    assertDelivered("by-key", second);

    assertThat(Figures.requests("sftp", "localhost:" + sftp.port(), "2xx"))
        .isGreaterThanOrEqualTo(4);
    assertThat(sftpRoot.resolve("reports/annual/" + first + ".pdf")).exists();
    assertThat(sftpRoot.resolve("reports/annual/" + second + ".pdf"))
        .hasBinaryContent(deliveries.rendering(tenant, second, "pdf"));
    assertThat(sftpRoot.resolve("reports/annual"))
        .isDirectoryNotContaining(file -> file.getFileName().toString().startsWith(".partial"));
  }

  @Test
  void shouldNotTalkToAnSftpServerThatIsAnother() {
    put("other", sftpTarget(sftp, Map.of("password", SftpServer.PASSWORD), SftpServer.otherKey()));

    JobState job = deliveries.delivery(tenant, "other", deliveries.report(tenant));

    assertThat(job.name()).isEqualTo("parked");
    assertThat(job.cause()).contains("by another key than the setting host_key names");
  }

  @Test
  void shouldParkALoginThatTheSftpServerRefuses() {
    put("login", sftpTarget(sftp, Map.of("password", "wrong"), sftp.hostKey()));

    double before = Figures.requests("sftp", "localhost:" + sftp.port(), "2xx");

    JobState job = deliveries.delivery(tenant, "login", deliveries.report(tenant));

    assertThat(Figures.requests("sftp", "localhost:" + sftp.port(), "2xx"))
        .as("a refusal is an answer")
        .isEqualTo(before + 1);
    assertThat(job.name()).isEqualTo("parked");
    assertThat(job.cause()).contains("refuses the login");
  }
}

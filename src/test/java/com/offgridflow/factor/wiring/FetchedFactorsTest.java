package com.offgridflow.factor.wiring;

import static com.offgridflow.factor.wiring.FactorTables.grid;
import static com.offgridflow.factor.wiring.FactorTables.of;
import static org.assertj.core.api.Assertions.assertThat;

import com.offgridflow.job.JobState;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Tables that are fetched from a server. */
@QuarkusTest
class FetchedFactorsTest extends ImportedFactors {
  @Test
  void shouldFetchATableOnlyWhenItHasChanged() throws IOException {
    try (TableServer server = new TableServer()) {
      server.publish(of(grid("a", "acme", "1")), "\"v1\"");
      run(server.url("/moved.csv"), "suppliers", "1");
      run(server.url("/moved.csv"), "suppliers", "2");
      server.publish(of(grid("a", "acme", "2")), "\"v2\"");
      run(server.url("/moved.csv"), "suppliers", "3");

      assertThat(server.answers()).containsExactly(302, 200, 302, 304, 302, 200);
      assertThat(result(server.url("/moved.csv"), "suppliers", "2"))
          .containsEntry("unchanged", "1");
    }
    assertThat(own("select origin from factor_edition")).hasSize(2);
    assertThat(sandbox.row(tenant, "select etag from factor_fetch"))
        .containsEntry("etag", "\"v2\"");
  }

  @Test
  void shouldNotBeLedToAddressesThatNobodyTrusts() throws IOException {
    try (TableServer server = new TableServer()) {
      JobState inward = run(server.url("/inward.csv"), "", "1");
      assertThat(inward.name()).isEqualTo("parked");
      assertThat(inward.cause())
          .contains(
              "http://169.254.169.254/latest/meta-data is not called", "source.trusted-hosts");

      assertThat(run("http://10.0.0.1/factors.csv", "", "1").cause()).contains("is not called");
      assertThat(run(server.url("/loop.csv"), "", "1").cause()).contains("more than 5 times");
    }
    assertThat(own("select origin from factor_edition")).isEmpty();
  }

  @Test
  void shouldTryAgainOnlyWhatMayWorkLater() throws IOException {
    try (TableServer server = new TableServer()) {
      JobState gone = run(server.url("/gone.csv"), "", "1");
      assertThat(gone.name()).isEqualTo("parked");
      assertThat(gone.cause()).contains("answers with status 404");
      JobState busy = run(server.url("/busy.csv"), "", "1");
      assertThat(busy.waitingAfterFailure()).isTrue();
      assertThat(busy.cause()).contains("answers with status 503");
    }
  }

  @Test
  void shouldNotTakeInMoreThanIsAllowed() throws IOException {
    try (TableServer server = new TableServer()) {
      server.publish("x".repeat(config.maxBytes() + 1), "\"big\"");

      JobState job = run(server.url("/suppliers.csv"), "", "1");

      assertThat(job.name()).isEqualTo("parked");
      assertThat(job.cause()).contains("sends more than the", "factor.max-bytes");
    }
  }
}

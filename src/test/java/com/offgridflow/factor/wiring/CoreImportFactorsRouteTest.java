package com.offgridflow.factor.wiring;

import static com.offgridflow.factor.wiring.FactorTables.grid;
import static com.offgridflow.factor.wiring.FactorTables.of;
import static com.offgridflow.factor.wiring.FactorTables.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.offgridflow.job.JobRequest;
import com.offgridflow.job.JobState;
import com.offgridflow.tenant.wiring.Tenants;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CoreImportFactorsRouteTest extends ImportedFactors {
  @Inject Tenants tenants;

  @Test
  void shouldProposeEachTableOfADirectory() {
    Path directory =
        sandbox.file(tenant, "Suppliers 1.csv", of(grid("a", "acme", "1"))).getParent();
    sandbox.file(tenant, "mixes.csv", of(row("b", "grid.residual-mix", "DE", "0")));
    sandbox.file(tenant, "notes.txt", "not a table");

    assertThat(run(directory.toString(), "", "first").succeeded()).isTrue();

    assertThat(
            sandbox.rows(
                tenant,
                "select table_name, state, problems from factor_edition where tenant_id <> '*' order by 1"))
        .containsExactly(
            Map.of("table_name", "mixes", "state", "refused", "problems", 1),
            Map.of("table_name", "suppliers-1", "state", "proposed", "problems", 0));
    assertThat(result(directory.toString(), "", "first"))
        .containsAllEntriesOf(
            Map.of("deliveries", "2", "taken", "1", "unchanged", "0", "refused", "1"));

    run(directory.toString(), "", "second");

    assertThat(result(directory.toString(), "", "second"))
        .containsEntry("unchanged", "2")
        .containsEntry("taken", "0");
  }

  @Test
  void shouldNotReadOutsideOfTheDirectoriesThatConnectionsMayRead() {
    JobState job = run("/etc", "", "first");

    assertThat(job.name()).isEqualTo("parked");
    assertThat(job.cause()).contains("/etc is not below a directory that connections may read");
  }

  @Test
  void shouldImportByAConnectionOnItsSchedule() {
    Path file = sandbox.file(tenant, "rates.csv", of(grid("a", "acme", "1")));
    Map<String, String> settings = Map.of("location", file.toString(), "table", "supplier-rates");
    tenants.putConnection(tenant, "rates", "factors", settings, null, "UTC");

    assertThat(worker.run(tenant, JobRequest.sync("rates", "first")).succeeded()).isTrue();

    assertThat(own("select table_name as origin from factor_edition"))
        .containsExactly("supplier-rates");
  }

  @Test
  void shouldTakeWhatIsDroppedOnceHoweverOftenItComes() throws IOException {
    Path folder = Files.createDirectories(config.drop().resolve(tenant));
    String table = of(grid("a", "acme", "1"));

    drop(folder, "rates.csv", table);
    drop(folder, "rates.csv", table);
    drop(folder, "bad.csv", "id;kind\n1;2\n");

    assertThat(own("select table_name || ' ' || state as origin from factor_edition"))
        .containsExactlyInAnyOrder("rates proposed", "bad refused");
    assertThat(names(folder.resolve(".taken"))).hasSize(2).allMatch(n -> n.endsWith("-rates.csv"));
    assertThat(names(folder.resolve(".refused"))).hasSize(1);
  }

  @Test
  void shouldLeaveNothingOfAProposalThatBreaksOff() {
    SentTable sent = sent(of(grid("a", "acme", "1")));
    try {
      database.inTenant(
          tenant,
          jdbc -> {
            editions.propose(jdbc, tenant, sent);
            throw new IllegalStateException("the hub dies here");
          });
    } catch (IllegalStateException e) {
      assertThat(own("select origin from factor_edition")).isEmpty();
    }
    assertThat(sandbox.count(tenant, "select count(*) from factor where tenant_id <> '*'"))
        .isZero();

    assertThat(editions.propose(tenant, sent).fresh()).isTrue();
  }

  private static void drop(Path folder, String name, String content) throws IOException {
    Path hidden = Files.writeString(folder.resolve("." + name), content);
    Path file = Files.move(hidden, folder.resolve(name));
    await().atMost(Duration.ofSeconds(60)).until(() -> !Files.exists(file));
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}

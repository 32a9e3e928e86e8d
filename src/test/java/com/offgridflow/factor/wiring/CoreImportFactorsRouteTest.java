package com.offgridflow.factor.wiring;

import static com.offgridflow.factor.wiring.FactorTables.grid;
import static com.offgridflow.factor.wiring.FactorTables.of;
import static com.offgridflow.factor.wiring.FactorTables.row;
import static com.offgridflow.intake.wiring.Records.electricity;
import static com.offgridflow.intake.wiring.Records.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.offgridflow.emission.wiring.Calculators;
import com.offgridflow.factor.FactorChoice;
import com.offgridflow.factor.FactorQuery;
import com.offgridflow.intake.wiring.TestIntake;
import com.offgridflow.job.JobRequest;
import com.offgridflow.job.JobState;
import com.offgridflow.job.wiring.JobQueue;
import com.offgridflow.job.wiring.TestWorker;
import com.offgridflow.tenant.wiring.TenantDatabase;
import com.offgridflow.tenant.wiring.Tenants;
import com.offgridflow.wiring.Sandbox;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CoreImportFactorsRouteTest {
  private static final String LOCATION = " where method = 'location-based'";

  private static final String PARTIAL = "PARTIAL";

  @Inject Sandbox sandbox;
  @Inject TestWorker worker;
  @Inject JobQueue queue;
  @Inject TestIntake intake;
  @Inject Tenants tenants;
  @Inject TenantDatabase database;
  @Inject FactorConfig config;
  @Inject FactorEditions editions;
  @Inject EditionDecisions decisions;
  @Inject FactorKnowledge knowledge;
  @Inject Calculators calculators;
  private String tenant;

  @BeforeEach
  void begin() {
    tenant = sandbox.tenant();
  }

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
  void shouldLeaveWhatIsEstimatedAsItIs() {
    take(with(electricity("a", "100"), "country", "AQ"), electricity("b", "1000"));
    worker.run(tenant, JobRequest.estimate("first"));
    String all = "select * from emission order by emission_id";
    List<Map<String, Object>> before = sandbox.rows(tenant, all);
    // location- and market-based
    assertThat(before).hasSize(2);

    approve(of(grid("own:de", "DE", "0.1")));
    worker.drain();

    assertThat(sandbox.rows(tenant, all)).isEqualTo(before);
    assertThat(sandbox.count(tenant, "select count(*) from estimate_gap")).isEqualTo(1);
  }

  /** 100 kWh × 0.5 kg/kWh = 50 kg. */
  @Test
  void shouldEstimateWithTheTenantsFactorsFromTheirApprovalOn() {
    take(with(electricity("a", "100"), "country", "AQ"));
    worker.run(tenant, JobRequest.estimate("first"));
    assertThat(sandbox.row(tenant, "select code from estimate_gap"))
        .containsEntry("code", "MISSING_FACTOR");

    long id = approve(of(grid("own:aq", "AQ", "0.5")));
    worker.drain();

    assertThat(sandbox.count(tenant, "select count(*) from estimate_gap")).isZero();
    Map<String, Object> emission = sandbox.row(tenant, "select kg_co2e from emission" + LOCATION);
    assertThat((BigDecimal) emission.get("kg_co2e")).isEqualByComparingTo("50");
    String factors =
        "select factor_ids::text as f from derivation join emission using (emission_id)" + LOCATION;
    assertThat(sandbox.row(tenant, factors)).containsEntry("f", "{own:aq@" + id + "}");
    take(electricity("later", "10"), with(electricity("more", "10"), "country", "AQ"));
    worker.run(tenant, JobRequest.estimate("second"));
    assertThat(sandbox.count(tenant, "select count(*) from emission" + LOCATION)).isEqualTo(3);
  }

  /** 100 kWh: at the residual mix of 0.3 kg/kWh 30 kg; at the grid's 0.5, known later, 50 kg. */
  @Test
  void shouldAddWhatAnEstimateLackedWithoutMovingWhatItHas() {
    approve(of(row("mix:aq", "grid.residual-mix", "AQ", "0.3")));
    take(with(electricity("a", "100"), "country", "AQ"));
    worker.run(tenant, JobRequest.estimate("first"));
    String figures =
        "select method || ' ' || trim_scale(kg_co2e) as f from emission where superseded_at is null";
    assertThat(sandbox.row(tenant, figures)).containsEntry("f", "market-based 30");
    assertThat(sandbox.row(tenant, "select code from estimate_gap")).containsEntry("code", PARTIAL);

    approve("grid", of(grid("own:aq", "AQ", "0.5")));
    worker.drain();

    assertThat(sandbox.rows(tenant, figures))
        .extracting(row -> row.get("f"))
        .containsExactlyInAnyOrder("market-based 30", "location-based 50");
    assertThat(sandbox.count(tenant, "select count(*) from estimate_gap")).isZero();
  }

  /** EPA's factor of diesel is of CO2 alone; one of all gases would move the figure in force. */
  @Test
  void shouldLeaveAPartlyEstimatedActivityAloneWhereItsFiguresWouldMove() {
    Map<String, Object> fuel = with(electricity("a", "10"), "kind", "mobile-combustion");
    take(with(with(with(fuel, "subject", "diesel"), "unit", "gal"), "country", "US"));
    worker.run(tenant, JobRequest.estimate("first"));
    String all = "select * from emission order by emission_id";
    List<Map<String, Object>> before = sandbox.rows(tenant, all);
    assertThat(sandbox.row(tenant, "select code from estimate_gap")).containsEntry("code", PARTIAL);

    String own = row("own:diesel", "mobile-combustion", "US", "10.5");
    approve(of(own.replace("combustion,,US", "combustion,diesel,US").replace("kWh", "gal")));
    worker.drain();

    assertThat(sandbox.rows(tenant, all)).isEqualTo(before).isNotEmpty();
    assertThat(sandbox.row(tenant, "select code from estimate_gap")).containsEntry("code", PARTIAL);
  }

  /** 1000 kWh × 0.6 kg/kWh of the residual mix = 600 kg; by the grid's average they are 329.65. */
  @Test
  void shouldReplaceProvisionalMarketBasedFiguresWhenAResidualMixIsApproved() {
    take(electricity("b", "1000"));
    worker.run(tenant, JobRequest.estimate("first"));
    String current =
        """
        select component || ' ' || trim_scale(kg_co2e) as figure from emission
        where superseded_at is null and method = 'market-based'""";
    assertThat(sandbox.row(tenant, current)).containsEntry("figure", "grid-average 329.65");

    approve(of(row("mix:de", "grid.residual-mix", "DE", "0.6")));
    worker.drain();

    assertThat(sandbox.row(tenant, current)).containsEntry("figure", "residual 600");
  }

  @Test
  void shouldPreferTheSuppliersRateOverTheCountrys() {
    approve(
        of(
            row("rate:de", "grid.supplier-rate", "DE", "0.4"),
            row("rate:acme", "grid.supplier-rate", "acme power", "0.01")));

    FactorQuery query =
        FactorQuery.of(
            "grid.supplier-rate", "", LocalDate.parse("2025-01-01"), "acme power", "DE", "world");
    FactorChoice choice =
        database.inTenant(
            tenant, jdbc -> knowledge.library(jdbc, knowledge.now(jdbc, tenant)).choose(query));

    assertThat(((FactorChoice.Chosen) choice).factor().id()).startsWith("rate:acme@");
  }

  @Test
  void shouldShareACalculatorAmongTenantsWithoutOwnTables() {
    assertThat(calculators.of(tenant)).isSameAs(calculators.ofNobody());
    approve(of(grid("own:aq", "AQ", "0.5")));
    assertThat(calculators.of(tenant)).isNotSameAs(calculators.ofNobody());
    assertThat(calculators.of(tenant)).isSameAs(calculators.of(tenant));
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

  private long approve(String table) {
    return approve("own", table);
  }

  private long approve(String name, String table) {
    long id = editions.propose(tenant, sent(name, table)).edition().id();
    decisions.approve(tenant, id, "ann");
    return id;
  }

  private static SentTable sent(String table) {
    return sent("own", table);
  }

  private static SentTable sent(String name, String table) {
    return new SentTable(name, "test", "test", table.getBytes(StandardCharsets.UTF_8));
  }

  private JobState run(String location, String table, String occasion) {
    return worker.run(tenant, JobRequest.importFactors(location, table, occasion));
  }

  private Map<String, String> result(String location, String table, String occasion) {
    return queue.result(tenant, JobRequest.importFactors(location, table, occasion).key());
  }

  private List<String> own(String select) {
    return sandbox.rows(tenant, select + " where tenant_id = ? order by 1", tenant).stream()
        .map(row -> (String) row.get("origin"))
        .toList();
  }

  @SafeVarargs
  private void take(Map<String, Object>... records) {
    String digest = List.of(records).toString();
    intake.take(tenant, "bills", digest, digest, List.of(records));
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

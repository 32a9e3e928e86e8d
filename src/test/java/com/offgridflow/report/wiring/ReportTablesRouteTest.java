package com.offgridflow.report.wiring;

import static com.offgridflow.intake.wiring.Records.electricity;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import com.offgridflow.console.wiring.TestLogin;
import com.offgridflow.intake.wiring.TestIntake;
import com.offgridflow.job.JobRequest;
import com.offgridflow.job.JobState;
import com.offgridflow.job.wiring.TestWorker;
import com.offgridflow.report.MonthTotal;
import com.offgridflow.report.Report;
import com.offgridflow.report.ScopeConfidence;
import com.offgridflow.report.Theme;
import com.offgridflow.tenant.wiring.Tenants;
import com.offgridflow.wiring.HubConfig;
import com.offgridflow.wiring.Sandbox;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReportTablesRouteTest {
  @Inject TestIntake intake;
  @Inject Sandbox sandbox;
  @Inject Tenants tenants;
  @Inject TestWorker worker;
  @Inject TestLogin login;
  @Inject ReportStore reports;
  @Inject HubConfig config;

  @ConfigProperty(name = "hub.out")
  Path out;

  private String tenant;

  @BeforeEach
  void begin() {
    tenant = sandbox.tenant();
    LocalDate start = LocalDate.of(2024, 1, 1);
    tenants.putPlan(tenant, "annual", "esrs-2023", start, start.plusYears(1), List.of());
  }

  /** 1000 and 2000 kWh × 0.32965 kg/kWh (Ember 2026, Germany), each by two methods. */
  @Test
  void shouldListEachEmissionInCsvAndWorkbook() throws IOException {
    report("1000", "2000");

    assertThat(Files.readAllLines(file("-emissions.csv")))
        .hasSize(5)
        .anyMatch(line -> line.contains(",location-based,") && line.contains(",329.65"))
        .anyMatch(line -> line.contains(",b1,") && line.contains("line of b1"));
    try (InputStream in = Files.newInputStream(file(".xlsx"));
        ReadableWorkbook book = new ReadableWorkbook(in)) {
      assertThat(book.findSheet("Emissions").orElseThrow().read()).hasSize(5);
    }
    assertThat(Files.readString(file(".json"))).contains("\"value\" : 0.989");
    assertThat(leftBehind()).as("nothing stays where files are made").isEmpty();
  }

  @Test
  void shouldWriteWhateverTextABillHas() throws IOException {
    take("1000");
    sandbox
        .owner()
        .update(
            "update activity set service = ?, facility = ?, locator = ? where tenant_id = ?",
            "=1+1",
            "Halle \\N, \"Süd\"\tO'Neill",
            "\\N",
            tenant);
    freeze();

    assertThat(Files.readString(file("-emissions.csv")))
        .contains(",\"'=1+1\",\"Halle \\N, \"\"Süd\"\"\tO'Neill\",1000,kWh,", ",\\N\r\n");
  }

  /** September holds both; 3000 × 0.32965 = 988.95 kg. */
  @Test
  void shouldSumEachMonth() {
    Report report = report("1000", "2000");

    assertThat(report.basis().months())
        .extracting(MonthTotal::month)
        .containsOnly(YearMonth.of(2024, 9));
    assertThat(report.basis().months())
        .filteredOn(month -> month.method().equals("location-based"))
        .singleElement()
        .satisfies(
            month -> assertThat(month.kgCo2e()).isEqualByComparingTo(new BigDecimal("988.95")));
  }

  /** 3000 × 0.32965 = 988.95 kg of Scope 2 and of all, whose factor states no uncertainty. */
  @Test
  void shouldSayOfEachScopeAndOfAllHowFarTheyCanBeTrusted() {
    Report report = report("1000", "2000");

    assertThat(report.basis().confidence())
        .extracting(ScopeConfidence::scope)
        .containsExactly(Optional.of(2), Optional.empty());
    assertThat(report.basis().confidence())
        .extracting(ScopeConfidence::confidence)
        .allSatisfy(
            confidence -> {
              assertThat(confidence.totalKg()).isEqualByComparingTo(new BigDecimal("988.95"));
              assertThat(confidence.knownKg()).isZero();
            });
  }

  @Test
  void shouldFreezeReportsWithTheLookThatTheTenantChose() {
    put("{\"name\": \"Works\", \"primary\": \"#7a1f3d\", \"accent\": \"#b8430f\"}")
        .statusCode(200)
        .body("primary", equalTo("#7a1f3d"));

    assertThat(report("1000").request().theme())
        .isEqualTo(new Theme(Optional.of("Works"), "#7a1f3d", "#b8430f"));
  }

  /** White on #ff9900 has a contrast of 2.14. */
  @Test
  void shouldRefuseColoursThatTextCannotBeReadOn() {
    put("{\"primary\": \"#ff9900\"}")
        .statusCode(400)
        .body("errors[0].field", equalTo("/primary"))
        .body("errors[0].message", startsWith("a darker colour: its contrast to white is 2.1"));
    put("{\"accent\": \"red\", \"font\": \"x\"}")
        .statusCode(400)
        .body("errors.field", hasItem("/accent"))
        .body("errors.field", hasItem("/font"));
  }

  @Test
  void shouldShowTheHubsOwnLookUntilOneIsChosen() {
    api().get(path()).then().statusCode(200).body("primary", equalTo(Theme.HUB.primary()));
    given().get(path()).then().statusCode(401);
    api().get("/api/v1/tenants/nobody/report-theme").then().statusCode(404);
  }

  private ValidatableResponse put(String body) {
    return api().contentType("application/json").body(body).put(path()).then();
  }

  private io.restassured.specification.RequestSpecification api() {
    return login.admin().header("X-Requested-With", "XMLHttpRequest");
  }

  private String path() {
    return "/api/v1/tenants/" + tenant + "/report-theme";
  }

  private Report report(String... kwh) {
    take(kwh);
    return freeze();
  }

  private void take(String... kwh) {
    List<Map<String, Object>> records =
        Stream.iterate(0, n -> n + 1)
            .limit(kwh.length)
            .map(n -> electricity("b" + n, kwh[n]))
            .toList();
    intake.take(tenant, "bills", "2024-09", "d1", records);
    worker.run(tenant, JobRequest.estimate("d1"));
  }

  private Report freeze() {
    JobState job = worker.run(tenant, JobRequest.report("annual", "d1"));
    assertThat(job.succeeded()).as("cause: " + job.cause()).isTrue();
    String id =
        sandbox.row(tenant, "select report_id::text as id from report").get("id").toString();
    return reports.load(tenant, id);
  }

  private Path file(String ending) {
    return out.resolve(tenant + "-esrs-2023-2024-01-01-2024-12-31" + ending);
  }

  private List<Path> leftBehind() throws IOException {
    try (Stream<Path> files = Files.list(config.data().resolve("rendering"))) {
      return files.toList();
    }
  }
}

package com.offgridflow.report.wiring;

import static com.offgridflow.intake.wiring.Records.electricity;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.offgridflow.console.wiring.TestLogin;
import com.offgridflow.intake.wiring.Intake;
import com.offgridflow.intake.wiring.Runs;
import com.offgridflow.job.JobRequest;
import com.offgridflow.job.JobState;
import com.offgridflow.job.wiring.TestWorker;
import com.offgridflow.mail.wiring.MailConfig;
import com.offgridflow.report.Report;
import com.offgridflow.report.ReportValue;
import com.offgridflow.tenant.wiring.Tenants;
import com.offgridflow.wiring.Sandbox;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.mail.BodyPart;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CoreDiscloseRouteTest {
  private static final String SCOPE_2 = "E1-6.scope-2-location";

  @Inject Intake intake;
  @Inject Runs runs;
  @Inject Sandbox sandbox;
  @Inject Tenants tenants;
  @Inject TestWorker worker;
  @Inject TestLogin login;
  @Inject ReportStore reports;
  @Inject MailConfig mail;
  private String tenant;

  @BeforeEach
  void begin() {
    tenant = sandbox.tenant();
    plan(List.of());
  }

  /**
   * 3000 kWh × 0.32965 kg/kWh (Ember 2026, Germany) = 988.95 kg = 0.98895 t, in three digits 0.989.
   */
  @Test
  void shouldReportWhatIsCurrent() {
    take("first", "1000", "2000");
    report("first");

    assertThat(value("first").published()).isEqualByComparingTo("0.989");
  }

  /** The old 1000 kWh count no longer, the new 4000 do: 6000 × 0.32965 = 1977.9 kg. */
  @Test
  void shouldNotCountWhatWasSuperseded() {
    take("first", "1000", "2000");
    report("first");
    take("second", "4000", "2000");
    report("second");

    assertThat(value("second").published()).isEqualByComparingTo("1.978");
    assertThat(value("first").published()).as("what was filed stays").isEqualByComparingTo("0.989");
    // two activities by two methods
    assertThat(emissionsOf("second")).hasSize(4).doesNotContain(emissionOf("b0", 1));
    assertThat(emissionsOf("first")).contains(emissionOf("b0", 1));
  }

  /** No residual mix is loaded: the market-based figure is the location-based one, and says so. */
  @Test
  void shouldReportTheMarketBasedFigureAsProvisional() {
    take("first", "1000", "2000");
    report("first");

    Report report = reports.load(tenant, reportId("first"));

    ReportValue market =
        report.values().stream()
            .filter(value -> value.dataPoint().equals("E1-6.scope-2-market"))
            .findFirst()
            .orElseThrow();
    assertThat(market.published()).isEqualByComparingTo("0.989");
    assertThat(market.label()).endsWith("(provisional)");
    assertThat(report.basis().methodology())
        .anyMatch(note -> note.startsWith("Provisional: for 3,000 of 3,000 kWh"));
  }

  @Test
  void shouldFreezeOneReportHoweverOftenTheJobRuns() {
    take("first", "1000");
    report("first");
    Map<String, Object> before = sandbox.row(tenant, "select report_id, digest from report");

    sandbox.owner().update("update job set state = 'queued' where tenant_id = ?", tenant);
    worker.drain();

    assertThat(sandbox.rows(tenant, "select report_id, digest from report"))
        .containsExactly(before);
    assertThat(sandbox.count(tenant, "select count(*) from job where kind like 'deliver-%'"))
        .as("into the output directory only, for nobody else wants it")
        .isEqualTo(1);
  }

  @Test
  void shouldLeadFromAValueToTheRowOfTheBill() {
    take("first", "1000", "2000");
    report("first");

    api("/" + reportId("first") + "/values/" + SCOPE_2 + "/emissions")
        .statusCode(200)
        .body("record_key", contains("b0", "b1"))
        .body("[0].evidence_object", equalTo("bills.csv"))
        .body("[0].evidence_digest", equalTo("0123456789abcdef".repeat(4)))
        .body("[0].locator", equalTo("line of b0"))
        .body("[0].kg_co2e.toString()", containsString("329.65"))
        .body("[0].calculation.toString()", containsString("ember-2026:DE"));
  }

  @Test
  void shouldGiveEmissionsPageByPage() {
    take("first", "1000", "2000", "3000");
    report("first");
    String path = "/" + reportId("first") + "/values/" + SCOPE_2 + "/emissions?limit=2";

    List<Integer> first =
        api(path).body("record_key", contains("b0", "b1")).extract().path("emission_id");

    api(path + "&after=" + first.get(1)).body("record_key", contains("b2"));
  }

  @Test
  void shouldListReports() {
    take("first", "1000");
    report("first");

    api("").statusCode(200).body("$", hasSize(1)).body("[0].plan", equalTo("annual"));
    api("/" + reportId("first")).statusCode(200).body("digest", equalTo(digest()));
  }

  @Test
  void shouldShowReportsToNobodyWhoIsNotLoggedIn() {
    given().get("/api/v1/tenants/" + tenant + "/reports").then().statusCode(401);
    given()
        .cookie("hub_console", "made-up")
        .get("/api/v1/tenants/" + tenant + "/reports")
        .then()
        .statusCode(401);
    given()
        .cookie("hub_console", login.token("viewer"))
        .get("/api/v1/tenants/" + tenant + "/reports")
        .then()
        .statusCode(403);
  }

  @Test
  void shouldSayThatThereIsNoSuchReport() {
    take("first", "1000");
    report("first");

    api("/00000000-0000-0000-0000-000000000000").statusCode(404);
    api("/none").statusCode(404);
    api("/" + reportId("first") + "/values/E1-6.none/emissions").statusCode(404);
  }

  @Test
  void shouldNotShowTheReportOfAnotherTenant() {
    take("first", "1000");
    report("first");
    String id = reportId("first");
    tenant = sandbox.tenant();

    api("/" + id).statusCode(404);
    api("").body("$", hasSize(0));
  }

  @Test
  void shouldMailTheReportWithItsRenderings() throws Exception {
    plan(List.of("ann@example.com", "bob@example.com"));
    take("first", "1000");
    GreenMail server = server();
    try {
      report("first");

      MimeMessage message = server.getReceivedMessages()[0];
      assertThat(message.getSubject()).contains("Test Works GmbH");
      assertThat(message.getHeader("To", ",")).contains("ann@example.com", "bob@example.com");
      assertThat(message.getMessageID()).contains(reportId("first"));
      assertThat(parts(message))
          .filteredOn(part -> !part.contains("multipart"))
          .satisfiesExactly(
              part -> assertThat(part).startsWith("text/plain"),
              part -> assertThat(part).startsWith("text/html"),
              part -> assertThat(part).startsWith("application/pdf").endsWith(".pdf"),
              part -> assertThat(part).startsWith("application/xhtml+xml").endsWith(".xhtml"),
              part -> assertThat(part).startsWith("application/xml").endsWith(".xbrl"),
              part -> assertThat(part).startsWith("text/csv").endsWith("-values.csv"));
      assertThat(server.getReceivedMessages()).as("one for each recipient").hasSize(2);
    } finally {
      server.stop();
    }
  }

  @Test
  void shouldMailOnceWhenTheServerWasAwayAtFirst() throws Exception {
    plan(List.of("ann@example.com"));
    take("first", "1000");

    report("first");

    JobState away = mailJob();
    assertThat(away.waitingAfterFailure()).isTrue();
    assertThat(away.cause()).contains(Integer.toString(mail.port()));
    GreenMail server = server();
    try {
      sandbox.owner().update("update job set run_at = now() where tenant_id = ?", tenant);
      worker.drain();
      worker.drain();

      assertThat(mailJob().succeeded()).isTrue();
      assertThat(server.getReceivedMessages()).hasSize(1);
    } finally {
      server.stop();
    }
  }

  /** A worker that dies between sending and settling sends again; readers show such twins once. */
  @Test
  void shouldGiveASecondCopyTheSameMessageId() throws Exception {
    plan(List.of("ann@example.com"));
    take("first", "1000");
    GreenMail server = server();
    try {
      report("first");
      sandbox.owner().update("delete from delivery where tenant_id = ?", tenant);
      mailAgain();

      MimeMessage[] copies = server.getReceivedMessages();
      assertThat(copies).hasSize(2);
      assertThat(copies[1].getMessageID())
          .isEqualTo(copies[0].getMessageID())
          .contains(reportId("first"));
    } finally {
      server.stop();
    }
  }

  @Test
  void shouldNotSendASecondCopyOnceTheFirstIsOnRecord() throws Exception {
    plan(List.of("ann@example.com"));
    take("first", "1000");
    GreenMail server = server();
    try {
      report("first");
      mailAgain();

      assertThat(mailJob().succeeded()).isTrue();
      assertThat(server.getReceivedMessages()).hasSize(1);
    } finally {
      server.stop();
    }
  }

  private void mailAgain() {
    sandbox
        .owner()
        .update(
            "update job set state = 'queued' where tenant_id = ? and kind = 'deliver-email'",
            tenant);
    worker.drain();
  }

  private GreenMail server() {
    GreenMail server =
        new GreenMail(new ServerSetup(mail.port(), mail.host(), ServerSetup.PROTOCOL_SMTP));
    server.start();
    return server;
  }

  private static List<String> parts(MimeMessage message) throws Exception {
    List<String> parts = new ArrayList<>();
    collect((Multipart) message.getContent(), parts);
    return parts;
  }

  private static void collect(Multipart multipart, List<String> parts) throws Exception {
    for (int i = 0; i < multipart.getCount(); i++) {
      BodyPart part = multipart.getBodyPart(i);
      parts.add(part.getContentType().replaceAll("\\s+", " ") + " " + part.getFileName());
      if (part.getContent() instanceof Multipart inner) {
        collect(inner, parts);
      }
    }
  }

  private void plan(List<String> recipients) {
    LocalDate start = LocalDate.of(2024, 1, 1);
    tenants.putPlan(tenant, "annual", "esrs-2023", start, start.plusYears(1), recipients);
  }

  private void take(String digest, String... kwh) {
    long run = runs.open(tenant, "bills", "2024-09", null, "[]", digest).orElseThrow();
    List<Map<String, Object>> records = new ArrayList<>();
    for (String amount : kwh) {
      records.add(electricity("b" + records.size(), amount));
    }
    intake.take(tenant, run, records);
    runs.close(tenant, run, "test", records.size());
    worker.run(tenant, JobRequest.estimate(digest));
  }

  private void report(String occasion) {
    JobState job = worker.run(tenant, JobRequest.report("annual", occasion));
    assertThat(job.succeeded()).as("cause: " + job.cause()).isTrue();
  }

  private String reportId(String occasion) {
    return (String)
        sandbox
            .row(
                tenant,
                "select result->>'report' as id from job where dedupe_key = ?",
                "report/annual@" + occasion)
            .get("id");
  }

  private ReportValue value(String occasion) {
    Report report = reports.load(tenant, reportId(occasion));
    return report.values().stream()
        .filter(value -> value.dataPoint().equals(SCOPE_2))
        .findFirst()
        .orElseThrow();
  }

  private List<Object> emissionsOf(String occasion) {
    return sandbox
        .rows(
            tenant,
            "select emission_id from report_emission where report_id = ?::uuid",
            reportId(occasion))
        .stream()
        .map(row -> row.get("emission_id"))
        .toList();
  }

  private Object emissionOf(String key, int version) {
    return sandbox
        .row(
            tenant,
            """
            select emission_id from derivation join emission e using (emission_id)
            where record_key = ? and version = ? and e.method = 'location-based'""",
            key,
            version)
        .get("emission_id");
  }

  private JobState mailJob() {
    Map<String, Object> row =
        sandbox.row(tenant, "select state, attempt, cause from job where kind = 'deliver-email'");
    return new JobState(
        (String) row.get("state"), (Integer) row.get("attempt"), (String) row.get("cause"));
  }

  private String digest() {
    return (String) sandbox.row(tenant, "select digest from report").get("digest");
  }

  private ValidatableResponse api(String path) {
    return given()
        .cookie("hub_console", login.token("admin"))
        .get("/api/v1/tenants/" + tenant + "/reports" + path)
        .then();
  }
}

package com.offgridflow.mail.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.offgridflow.console.wiring.TestLogin;
import com.offgridflow.job.JobRequest;
import com.offgridflow.job.wiring.TestWorker;
import com.offgridflow.mail.MailContent;
import com.offgridflow.mail.SampleMails;
import com.offgridflow.tenant.wiring.TenantDatabase;
import com.offgridflow.wiring.Sandbox;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Messages that features ask for, and those that the job queue asks for by itself. */
@QuarkusTest
class JobNoticesTest {
  @Inject Sandbox sandbox;
  @Inject TestWorker worker;
  @Inject TenantDatabase database;
  @Inject MessageJobs messages;
  @Inject MailConfig config;
  @Inject TestLogin login;
  private GreenMail server;
  private String tenant;

  @BeforeEach
  void begin() {
    server = new GreenMail(new ServerSetup(config.port(), config.host(), "smtp"));
    server.start();
    tenant = sandbox.tenant();
  }

  @AfterEach
  void end() {
    server.stop();
  }

  private ValidatableResponse contacts(String json) {
    return login
        .admin()
        .contentType("application/json")
        .body(json)
        .put("/api/v1/tenants/" + tenant + "/contacts")
        .then();
  }

  /** A sync of a connection that is not there is parked. */
  private void park(String connection) {
    worker.run(tenant, JobRequest.sync(connection, "test"));
  }

  private List<MimeMessage> received() {
    return Arrays.asList(server.getReceivedMessages());
  }

  private static String text(MimeMessage message) throws Exception {
    Multipart bodies = (Multipart) message.getContent();
    return (String) bodies.getBodyPart(0).getContent();
  }

  @Test
  void shouldTellTheAdministratorsOfAParkedJobInTheirLanguage() throws Exception {
    contacts("{\"administrators\": [\"ops@example.com\"], \"language\": \"de\"}").statusCode(200);

    park("missing");

    assertThat(received()).hasSize(1);
    assertThat(received().get(0).getSubject())
        .isEqualTo("Test Works GmbH: Ein Auftrag braucht Ihre Aufmerksamkeit");
    assertThat(text(received().get(0)))
        .contains("* sync (Auftrag ", "has no connection 'missing'", "1 Versuch");
  }

  @Test
  void shouldTellOnceOfAJobThatTookItsWorkerDownTimeAfterTime() throws Exception {
    contacts("{\"administrators\": [\"ops@example.com\"], \"language\": \"en\"}").statusCode(200);
    worker.run(tenant, JobRequest.sync("deadly", "test"));
    server.purgeEmailFromAllMailboxes();
    sandbox.owner().update("delete from job where tenant_id = ? and kind <> 'sync'", tenant);
    sandbox
        .owner()
        .update(
            "update job set state = 'running', attempt = 10, lease_until = now() - interval '1 s' where tenant_id = ?",
            tenant);

    worker.drain();
    worker.drain();

    assertThat(received()).hasSize(1);
    assertThat(text(received().get(0))).contains("its worker died in each of 10 attempts");
  }

  @Test
  void shouldSendOneMessageForAStormAndOneForTheRest() throws Exception {
    contacts("{\"administrators\": [\"ops@example.com\"], \"language\": \"en\"}").statusCode(200);
    park("first");
    for (int i = 0; i < 30; i++) {
      park("storm-" + i);
    }
    assertThat(received()).as("in the same window").hasSize(1);

    sandbox
        .owner()
        .update("update job set run_at = now() where tenant_id = ? and state = 'queued'", tenant);
    worker.drain();

    assertThat(received()).as("when the window is over").hasSize(2);
    assertThat(text(received().get(1)))
        .contains("'storm-29'", "and 10 more.")
        .doesNotContain("'first'");
  }

  @Test
  void shouldTellNobodyWhereNobodyIsNamed() {
    park("missing");

    assertThat(received()).isEmpty();
    assertThat(sandbox.count(tenant, "select count(*) from job where kind = 'notify-failed'"))
        .isZero();
  }

  @Test
  void shouldTellWhoAskedThatAJobIsDone() throws Exception {
    worker.run(
        tenant,
        new JobRequest(
            "estimate", Map.of("notify", "ann@example.com"), "estimate@n", Optional.empty()));

    assertThat(received()).hasSize(1);
    assertThat(received().get(0).getSubject()).isEqualTo("Done: estimate");
    assertThat(received().get(0).getHeader("To", ",")).isEqualTo("ann@example.com");
  }

  @Test
  void shouldSendWhateverAFeatureAsksFor() throws Exception {
    for (MailContent content : SampleMails.ALL) {
      ask(content, "ann@example.com", "bob@example.com");
    }
    ask(SampleMails.ALL.get(0), "ann@example.com", "bob@example.com");
    worker.drain();

    assertThat(received()).as("seven messages to two").hasSize(14);
    assertThat(received())
        .allSatisfy(
            message ->
                assertThat(message.getHeader("Auto-Submitted", ",")).isEqualTo("auto-generated"));
  }

  private void ask(MailContent content, String... to) {
    database.inTenant(
        tenant, jdbc -> messages.enqueue(jdbc, tenant, "test", "en", Arrays.asList(to), content));
  }

  @Test
  void shouldKeepLinksThatLetPeopleInOutOfTheTable() throws Exception {
    ask(SampleMails.ALL.get(0), "ann@example.com");

    String payload = (String) sandbox.row(tenant, "select payload::text as p from job").get("p");

    assertThat(payload).contains("password-reset").doesNotContain("token=", "hub.example.com");
    worker.drain();
    assertThat(text(received().get(0))).contains(SampleMails.LINK.toString());
  }

  @Test
  void shouldParkAMessageWhoseDataDoNotFit() {
    String unknown =
        "{\"name\": \"Bob\", \"organisation\": \"A\", \"link\": \"https://a.example\", \"colour\": 1}";
    assertThat(parkedBecause("welcome", unknown))
        .contains("do not fit template welcome", "/colour is unknown");
    assertThat(parkedBecause("welcome", "{\"name\": \"Bob\", \"organisation\": \"A\"}"))
        .contains("/link is missing; it should be the hub's web address");
    assertThat(parkedBecause("fax", "{}")).contains("there is no template 'fax'", "welcome");
    assertThat(received()).isEmpty();
  }

  private String parkedBecause(String template, String data) {
    Map<String, String> payload =
        Map.of("template", template, "language", "en", "to", "ann@example.com", "data", data);
    String key = "deliver-message/" + data.hashCode();
    return worker
        .run(tenant, new JobRequest("deliver-message", payload, key, Optional.empty()))
        .cause();
  }

  @Test
  void shouldRefuseAMessageToNobody() {
    assertThatThrownBy(() -> ask(SampleMails.ALL.get(2)))
        .hasMessageContaining("message welcome has nobody to go to");
  }

  @Test
  void shouldRefuseContactsThatAreNone() {
    contacts("{\"administrators\": [\"ops at example\"], \"language\": \"fr\"}")
        .statusCode(400)
        .contentType("application/problem+json")
        .body("errors.field", contains("/administrators", "/language"))
        .body("errors[1].message", containsString("en, de"));
    contacts("{\"administrators\": \"ops@example.com\"}").statusCode(400);
    tenant = "no-such";
    contacts("{\"administrators\": [], \"language\": \"en\"}").statusCode(404);
  }
}

package com.offgridflow.report.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.offgridflow.job.JobState;
import com.offgridflow.job.wiring.TestWorker;
import com.offgridflow.mail.wiring.MailConfig;
import com.offgridflow.wiring.Sandbox;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.mail.BodyPart;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReportMailRouteTest {
  @Inject BilledReports.Of bills;
  @Inject Sandbox sandbox;
  @Inject TestWorker worker;
  @Inject MailConfig mail;
  private BilledReports billed;

  @BeforeEach
  void begin() {
    billed = bills.ofNewTenant();
  }

  @Test
  void shouldMailTheReportWithItsRenderings() throws Exception {
    billed.sendTo("ann@example.com", "bob@example.com");
    billed.take("first", "1000");
    GreenMail server = server();
    try {
      billed.report("first");

      MimeMessage message = server.getReceivedMessages()[0];
      assertThat(message.getSubject()).contains("Test Works GmbH");
      assertThat(message.getHeader("To", ",")).contains("ann@example.com", "bob@example.com");
      assertThat(message.getMessageID()).contains(billed.reportId("first"));
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
    billed.sendTo("ann@example.com");
    billed.take("first", "1000");

    billed.report("first");

    JobState away = mailJob();
    assertThat(away.waitingAfterFailure()).isTrue();
    assertThat(away.cause()).contains(Integer.toString(mail.port()));
    GreenMail server = server();
    try {
      sandbox.owner().update("update job set run_at = now() where tenant_id = ?", billed.tenant());
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
    billed.sendTo("ann@example.com");
    billed.take("first", "1000");
    GreenMail server = server();
    try {
      billed.report("first");
      sandbox.owner().update("delete from delivery where tenant_id = ?", billed.tenant());
      mailAgain();

      MimeMessage[] copies = server.getReceivedMessages();
      assertThat(copies).hasSize(2);
      assertThat(copies[1].getMessageID())
          .isEqualTo(copies[0].getMessageID())
          .contains(billed.reportId("first"));
    } finally {
      server.stop();
    }
  }

  @Test
  void shouldNotSendASecondCopyOnceTheFirstIsOnRecord() throws Exception {
    billed.sendTo("ann@example.com");
    billed.take("first", "1000");
    GreenMail server = server();
    try {
      billed.report("first");
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
            billed.tenant());
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

  private JobState mailJob() {
    Map<String, Object> row =
        sandbox.row(
            billed.tenant(), "select state, attempt, cause from job where kind = 'deliver-email'");
    return new JobState(
        (String) row.get("state"), (Integer) row.get("attempt"), (String) row.get("cause"));
  }
}

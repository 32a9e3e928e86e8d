package com.offgridflow.delivery.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.offgridflow.delivery.DeliveryTarget;
import com.offgridflow.job.HubProperties;
import com.offgridflow.job.Job;
import com.offgridflow.job.JobState;
import com.offgridflow.mail.MailMessage;
import com.offgridflow.mail.wiring.MailConfig;
import com.offgridflow.report.wiring.ReportStore;
import com.offgridflow.tenant.wiring.TenantDatabase;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reports by e-mail, to targets and to a plan's recipients. */
@QuarkusTest
class MailDeliveryTest {
  @Inject Deliveries deliveries;
  @Inject MailConfig config;
  @Inject Parcels parcels;
  @Inject Receipts receipts;
  @Inject Links links;
  @Inject ReportStore reports;
  @Inject Targets targets;
  @Inject TenantDatabase database;
  @Inject CamelContext camel;
  private GreenMail server;

  @BeforeEach
  void startServer() {
    server = new GreenMail(new ServerSetup(config.port(), config.host(), "smtp"));
    server.start();
  }

  @AfterEach
  void stopServer() {
    server.stop();
  }

  private String tenantWithTarget() {
    String tenant = deliveries.tenant("ann@example.com");
    deliveries
        .put(
            tenant,
            "board",
            Map.of(
                "kind", "email",
                "plan", "annual",
                "names", "reports/{report}{suffix}",
                "renderings", List.of("pdf", "ixbrl"),
                "settings",
                    Map.of(
                        "to", "bob@example.com, eve@example.com",
                        "cc", "cc@example.com",
                        "bcc", "bcc@example.com")))
        .statusCode(200);
    return tenant;
  }

  private MimeMessage received(String to) {
    return Arrays.stream(server.getReceivedMessages())
        .filter(message -> header(message, "To").contains(to))
        .findFirst()
        .orElseThrow();
  }

  private static String header(MimeMessage message, String name) {
    try {
      return message.getHeader(name, ",");
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void shouldMailEachTargetItsOwnSelection() throws Exception {
    String report = deliveries.report(tenantWithTarget());

    assertThat(server.getReceivedMessages())
        .as("one to the recipients, one each to two To, Cc and Bcc")
        .hasSize(5);
    MimeMessage board = received("bob@example.com");
    assertThat(header(board, "To")).contains("eve@example.com");
    assertThat(header(board, "Message-ID")).contains(report, "board");
    Multipart parts = (Multipart) board.getContent();
    assertThat(IntStream.range(1, parts.getCount()).mapToObj(i -> fileName(parts, i)).toList())
        .containsExactly(report + ".pdf", report + ".xhtml");
    assertThat(header(received("ann@example.com"), "Message-ID"))
        .isNotEqualTo(header(board, "Message-ID"));
  }

  private static String fileName(Multipart parts, int i) {
    try {
      return parts.getBodyPart(i).getFileName();
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void shouldNotMailAgainWhatHasAReceipt() {
    String tenant = tenantWithTarget();
    deliveries.report(tenant);

    deliveries.again(tenant);

    assertThat(server.getReceivedMessages()).hasSize(5);
    assertThat(deliveries.receipts(tenant))
        .extracting(row -> row.get("target_id") + " " + row.get("rendering"))
        .containsExactly("board message", "recipients message");
  }

  @Test
  void shouldTryAgainWhenTheServerIsAway() {
    server.stop();
    String tenant = deliveries.tenant("ann@example.com");

    JobState job = deliveries.delivery(tenant, "recipients", deliveries.report(tenant));

    assertThat(job.waitingAfterFailure()).isTrue();
    assertThat(job.cause()).contains("the mail is not sent");
  }

  @Test
  void shouldLinkToFilesThatAreTooLargeTogether() throws Exception {
    String tenant = tenantWithTarget();
    String report = deliveries.report(tenant);

    MailMessage message = write(tenant, report, "1000");

    assertThat(message.attachments()).isEmpty();
    assertThat(message.text())
        .containsPattern("- " + report + ".pdf \\([0-9]+ kB\\)\n  https://hub.example.com/d/k1\\.")
        .contains("too large for a message");
    assertThat(write(tenant, report, "10M").attachments()).hasSize(2);
  }

  @Test
  void shouldAttachWhatHasRoomAndLinkToTheRest() throws Exception {
    String tenant = tenantWithTarget();
    String report = deliveries.report(tenant);
    int pdf = deliveries.rendering(tenant, report, "pdf").length;

    MailMessage message = write(tenant, report, Integer.toString(pdf));

    assertThat(message.attachments())
        .extracting(MailMessage.Attachment::name)
        .containsExactly(report + ".pdf");
    assertThat(message.text())
        .containsPattern("- " + report + ".xhtml \\([0-9]+ kB\\)\n  https://")
        .contains("What has room in a message is attached");
  }

  private MailMessage write(String tenant, String report, String limit) throws IOException {
    MailConfig small =
        new SmallRyeConfigBuilder()
            .addDiscoveredConverters()
            .withSources(
                new PropertiesConfigSource(Map.of("mail.attachments-limit", limit), "test", 100))
            .withMapping(MailConfig.class)
            .build()
            .getConfigMapping(MailConfig.class);
    DeliveryTarget board =
        database.inTenant(tenant, jdbc -> targets.required(jdbc, tenant, "board", report));
    Exchange exchange = new DefaultExchange(camel);
    exchange.setProperty(
        HubProperties.JOB,
        new Job(1, tenant, "deliver-email", Map.of("report", report, "again", "test"), 1));
    exchange.setProperty(HubProperties.TARGET, board);
    exchange.setProperty(DeliverReport.REPORT, reports.load(tenant, report));
    new MailReport(parcels, receipts, links, small).write(exchange);
    return exchange.getMessage().getBody(MailMessage.class);
  }
}

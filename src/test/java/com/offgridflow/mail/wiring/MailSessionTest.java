package com.offgridflow.mail.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.offgridflow.mail.MailMessage;
import com.offgridflow.mail.MailMessage.Attachment;
import com.offgridflow.mail.wiring.MailConfig.Security;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Messages on their way to a mail server: what they are made of, and who can read along. */
class MailSessionTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC);

  @TempDir static Path directory;
  private static Path certificate;
  private GreenMail server;

  @BeforeAll
  static void makeCertificate() throws Exception {
    certificate = TlsFront.certificate(directory);
  }

  @BeforeEach
  void startServer() {
    server = new GreenMail(new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTP));
    server.start();
    server.setUser("hub@example.com", "hub", "smtp-secret");
  }

  @AfterEach
  void stopServer() {
    server.stop();
  }

  private static MailConfig config(int port, Security security, Map<String, String> more) {
    Map<String, String> settings = new HashMap<>(more);
    settings.putIfAbsent("mail.host", "localhost");
    settings.put("mail.port", Integer.toString(port));
    settings.put("mail.security", security.name());
    settings.put("mail.from", "Hub <hub@example.com>");
    return new SmallRyeConfigBuilder()
        .addDiscoveredConverters()
        .withSources(new PropertiesConfigSource(settings, "test", 100))
        .withMapping(MailConfig.class)
        .build()
        .getConfigMapping(MailConfig.class);
  }

  private MailConfig trusting(int port, Security security) {
    return config(
        port,
        security,
        Map.of(
            "mail.trusted-certificates", certificate.toString(),
            "mail.user", "hub",
            "mail.password", "smtp-secret"));
  }

  private static MailMessage message(Attachment... files) {
    return new MailMessage(
        "report-1",
        List.of("ann@example.com"),
        List.of("cc@example.com"),
        List.of("bcc@example.com"),
        "de",
        "Bericht für Ärger & Söhne",
        "<p>Größe</p>",
        "Größe",
        List.of(files));
  }

  private static MimeMessage send(MailConfig config, MailMessage message) throws Exception {
    Session session = new MailSession().session(config);
    MimeMessage mime = new MimeWriter(session, config, CLOCK).write(message);
    try (Transport transport = session.getTransport()) {
      transport.connect();
      transport.sendMessage(mime, mime.getAllRecipients());
    }
    return mime;
  }

  @Test
  void shouldAttachFilesBesideTheAlternativesAndNotAmongThem() throws Exception {
    Attachment file = new Attachment("Bericht März.pdf", "application/pdf", new byte[] {1, 2, 3});

    send(config(server.getSmtp().getPort(), Security.NONE, Map.of()), message(file));

    MimeMessage received = server.getReceivedMessages()[0];
    MimeMultipart mixed = (MimeMultipart) received.getContent();
    assertThat(mixed.getContentType()).startsWith("multipart/mixed");
    assertThat(mixed.getCount()).isEqualTo(2);
    Multipart bodies = (Multipart) mixed.getBodyPart(0).getContent();
    assertThat(bodies.getContentType()).startsWith("multipart/alternative");
    assertThat(bodies.getBodyPart(0).getContentType()).startsWith("text/plain");
    assertThat(bodies.getBodyPart(0).getContent()).isEqualTo("Größe");
    assertThat(bodies.getBodyPart(1).getContentType()).startsWith("text/html");
    assertThat(mixed.getBodyPart(1).getDisposition()).isEqualTo("attachment");
    assertThat(mixed.getBodyPart(1).getInputStream()).hasBinaryContent(new byte[] {1, 2, 3});
  }

  @Test
  void shouldNeedNoMixtureWithoutFiles() throws Exception {
    send(config(server.getSmtp().getPort(), Security.NONE, Map.of()), message());

    assertThat(server.getReceivedMessages()[0].getContentType())
        .startsWith("multipart/alternative");
  }

  @Test
  void shouldReachAllRecipientsAndNameTheBlindOnesToNobody() throws Exception {
    send(config(server.getSmtp().getPort(), Security.NONE, Map.of()), message());

    MimeMessage[] received = server.getReceivedMessages();
    assertThat(received).as("To, Cc and Bcc").hasSize(3);
    for (MimeMessage copy : received) {
      assertThat(copy.getHeader("Bcc")).isNull();
      assertThat(copy.getHeader("Cc", ",")).isEqualTo("cc@example.com");
      assertThat(copy.getHeader("Auto-Submitted", ",")).isEqualTo("auto-generated");
      assertThat(copy.getHeader("Content-Language", ",")).isEqualTo("de");
      assertThat(copy.getMessageID()).isEqualTo("<report-1@example.com>");
      assertThat(copy.getSubject()).isEqualTo("Bericht für Ärger & Söhne");
    }
  }

  @Test
  void shouldSayNothingBeforeTheConnectionIsSecured() throws Exception {
    try (TlsFront front = new TlsFront(directory, server.getSmtp().getPort(), true, true)) {
      send(trusting(front.port(), Security.STARTTLS), message());

      assertThat(front.inTheClear)
          .satisfiesExactly(
              line -> assertThat(line).startsWith("EHLO"),
              line -> assertThat(line).isEqualTo("STARTTLS"));
      assertThat(server.getReceivedMessages()).hasSize(3);
    }
  }

  /** Somebody between hub and server could have cut out the offer. */
  @Test
  void shouldNotGoOnInTheClearWhereTheServerOffersNoTls() throws Exception {
    try (TlsFront front = new TlsFront(directory, server.getSmtp().getPort(), true, false)) {
      assertThatThrownBy(() -> send(trusting(front.port(), Security.STARTTLS), message()))
          .isInstanceOf(MessagingException.class)
          .hasMessageContaining("STARTTLS");
      assertThat(front.inTheClear).noneMatch(line -> line.startsWith("AUTH"));
    }
  }

  @Test
  void shouldSendThroughTlsFromTheFirstByteOn() throws Exception {
    try (TlsFront front = new TlsFront(directory, server.getSmtp().getPort(), false, false)) {
      send(trusting(front.port(), Security.TLS), message());

      assertThat(server.getReceivedMessages()).hasSize(3);
    }
  }

  @Test
  void shouldNotTrustACertificateThatNobodyVouchesFor() throws Exception {
    try (TlsFront front = new TlsFront(directory, server.getSmtp().getPort(), false, false)) {
      MailConfig config = config(front.port(), Security.TLS, Map.of());

      assertThatThrownBy(() -> send(config, message())).isInstanceOf(MessagingException.class);
      assertThat(server.getReceivedMessages()).isEmpty();
    }
  }

  @Test
  void shouldNotTrustACertificateOfAnotherHost() throws Exception {
    try (TlsFront front = new TlsFront(directory, server.getSmtp().getPort(), false, false)) {
      MailConfig config =
          config(
              front.port(),
              Security.TLS,
              Map.of(
                  "mail.host", "127.0.0.1", "mail.trusted-certificates", certificate.toString()));

      assertThatThrownBy(() -> send(config, message())).isInstanceOf(MessagingException.class);
    }
  }

  @Test
  void shouldRefuseToSendInTheClearToAnotherMachineUnlessToldTo() {
    Map<String, String> elsewhere = Map.of("mail.host", "mail.example.com");
    MailConfig config = config(25, Security.NONE, elsewhere);
    MailConfig allowed =
        config(
            25,
            Security.NONE,
            Map.of("mail.host", "mail.example.com", "mail.insecure-allowed", "true"));

    assertThatThrownBy(() -> new MailSession().session(config))
        .hasMessageContaining("mail.example.com in the clear")
        .hasMessageContaining("mail.insecure-allowed=true");
    assertThat(new MailSession().session(allowed)).isNotNull();
  }

  @Test
  void shouldNameTheAddressThatIsNone() {
    MailConfig config = config(25, Security.NONE, Map.of());
    MimeWriter writer = new MimeWriter(new MailSession().session(config), config, CLOCK);
    MailMessage message =
        new MailMessage(
            "m", List.of("ann at example"), List.of(), List.of(), "en", "s", "h", "t", List.of());

    assertThatThrownBy(() -> writer.write(message))
        .hasMessageContaining("'ann at example' is no address");
  }
}

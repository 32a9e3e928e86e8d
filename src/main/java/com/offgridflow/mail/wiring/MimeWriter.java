package com.offgridflow.mail.wiring;

import com.offgridflow.failure.UnrecoverableException;
import com.offgridflow.mail.MailMessage;
import com.offgridflow.mail.MailMessage.Attachment;
import jakarta.activation.DataHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.List;

/**
 * Writes messages in MIME: text and HTML as alternatives of each other (RFC 2046, 5.1.4), and what
 * is attached beside both, not among them, or readers would show it instead of the text.
 */
@ApplicationScoped
public class MimeWriter {
  private final Session session;
  private final MailConfig config;
  private final Clock clock;

  MimeWriter(Session session, MailConfig config, Clock clock) {
    this.session = session;
    this.config = config;
    this.clock = clock;
  }

  /**
   * The message as it is handed to the server.
   *
   * @throws UnrecoverableException when an address is none
   */
  public MimeMessage write(MailMessage message) {
    try {
      MimeMessage mime = new MimeMessage(session);
      head(mime, message);
      MimeMultipart bodies = bodies(message);
      mime.setContent(message.attachments().isEmpty() ? bodies : mixed(bodies, message));
      mime.saveChanges();
      // saving makes up an id of its own
      mime.setHeader("Message-ID", "<" + message.id() + "@" + domain() + ">");
      return mime;
    } catch (AddressException e) {
      throw new UnrecoverableException(
          "message %s: '%s' is no address, %s".formatted(message.id(), e.getRef(), e.getMessage()));
    } catch (MessagingException e) {
      throw new IllegalStateException("message " + message.id() + " cannot be written", e);
    }
  }

  private void head(MimeMessage mime, MailMessage message) throws MessagingException {
    mime.setFrom(new InternetAddress(config.from()));
    recipients(mime, RecipientType.TO, message.to());
    recipients(mime, RecipientType.CC, message.cc());
    recipients(mime, RecipientType.BCC, message.bcc());
    mime.setSubject(message.subject(), StandardCharsets.UTF_8.name());
    mime.setSentDate(Date.from(clock.instant()));
    mime.setHeader("Content-Language", message.language());
    // RFC 3834: nobody's holiday notice is to answer this
    mime.setHeader("Auto-Submitted", "auto-generated");
    mime.setHeader("X-Auto-Response-Suppress", "All");
  }

  /** Whether mail can go there: one address with a domain, without a name. */
  static boolean isAddress(String text) {
    try {
      InternetAddress parsed = new InternetAddress(text, true);
      parsed.validate();
      return parsed.getAddress().equals(text) && text.contains("@");
    } catch (AddressException e) {
      return false;
    }
  }

  private static void recipients(MimeMessage mime, RecipientType type, List<String> addresses)
      throws MessagingException {
    for (String address : addresses) {
      InternetAddress parsed = new InternetAddress(address, true);
      parsed.validate();
      mime.addRecipient(type, parsed);
    }
  }

  private static MimeMultipart bodies(MailMessage message) throws MessagingException {
    MimeBodyPart text = new MimeBodyPart();
    text.setText(message.text(), StandardCharsets.UTF_8.name());
    MimeBodyPart html = new MimeBodyPart();
    html.setContent(message.html(), "text/html; charset=UTF-8");
    return new MimeMultipart("alternative", text, html);
  }

  private static MimeMultipart mixed(MimeMultipart bodies, MailMessage message)
      throws MessagingException {
    MimeBodyPart both = new MimeBodyPart();
    both.setContent(bodies);
    MimeMultipart mixed = new MimeMultipart("mixed", both);
    for (Attachment file : message.attachments()) {
      MimeBodyPart part = new MimeBodyPart();
      part.setDataHandler(
          new DataHandler(new ByteArrayDataSource(file.content(), file.mediaType())));
      part.setFileName(file.name());
      part.setDisposition(Part.ATTACHMENT);
      mixed.addBodyPart(part);
    }
    return mixed;
  }

  private String domain() throws AddressException {
    String address = new InternetAddress(config.from()).getAddress();
    return address.substring(address.indexOf('@') + 1);
  }
}

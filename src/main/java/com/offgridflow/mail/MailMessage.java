package com.offgridflow.mail;

import java.util.List;

/**
 * A message, ready to be sent.
 *
 * @param id what makes its Message-ID, the same however often it is sent
 * @param to addresses, at least one
 * @param subject one line
 * @param html body for readers of HTML
 * @param text the same in plain text
 */
public record MailMessage(
    String id,
    List<String> to,
    List<String> cc,
    List<String> bcc,
    String language,
    String subject,
    String html,
    String text,
    List<Attachment> attachments) {

  /**
   * A file that goes with a message.
   *
   * @param mediaType without parameters
   */
  public record Attachment(String name, String mediaType, byte[] content) {}

  public MailMessage {
    if (!id.matches("[A-Za-z0-9._-]+")) {
      throw new IllegalArgumentException(
          "the id '" + id + "' must be letters, digits and ._- to make a Message-ID");
    }
    if (to.isEmpty()) {
      throw new IllegalArgumentException("message " + id + " has nobody to go to");
    }
    to = List.copyOf(to);
    cc = List.copyOf(cc);
    bcc = List.copyOf(bcc);
    subject = subject.replaceAll("\\p{Cntrl}+", " ");
    attachments = List.copyOf(attachments);
  }
}

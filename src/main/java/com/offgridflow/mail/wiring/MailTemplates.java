package com.offgridflow.mail.wiring;

import com.offgridflow.mail.MailContent;
import com.offgridflow.mail.MailMessage;
import com.offgridflow.mail.MailWords;
import com.offgridflow.report.wiring.ReportTemplates;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Messages of the templates {@code mail/<name>.html} and {@code .txt}. */
public final class MailTemplates {
  private final ReportTemplates templates;

  public MailTemplates(ReportTemplates templates) {
    this.templates = templates;
  }

  /**
   * The message with that content.
   *
   * @param id what makes its Message-ID
   */
  public MailMessage write(String id, Locale language, List<String> to, MailContent content) {
    MailWords words = new MailWords(language);
    String name = content.template();
    String subject = words.say(name + ".subject", content.about());
    Map<String, Object> data = Map.of("w", words, "data", content, "subject", subject);
    return new MailMessage(
        id,
        to,
        List.of(),
        List.of(),
        words.language(),
        subject,
        templates.render("mail/" + name + ".html", data),
        templates.render("mail/" + name + ".txt", data),
        List.of());
  }
}

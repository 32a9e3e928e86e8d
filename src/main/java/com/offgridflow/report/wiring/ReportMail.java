package com.offgridflow.report.wiring;

import com.offgridflow.report.Report;
import com.offgridflow.report.view.ReportView;
import java.util.List;
import java.util.Map;

/** Writes the message that a report is ready. */
public final class ReportMail {
  private final ReportTemplates templates;

  public ReportMail(ReportTemplates templates) {
    this.templates = templates;
  }

  /**
   * A message.
   *
   * @param subject one line
   * @param html body for readers of HTML
   * @param text the same in plain text
   */
  public record Message(String subject, String html, String text) {}

  /**
   * The message for a report.
   *
   * @param attachments names of the files that go with it
   */
  public Message write(Report report, List<String> attachments) {
    ReportView view = new ReportView(report);
    Map<String, Object> data = Map.of("view", view, "w", view.words(), "attachments", attachments);
    return new Message(
        oneLine(view.mailSubject()),
        templates.render("report-ready.html", data),
        templates.render("report-ready.txt", data));
  }

  private static String oneLine(String subject) {
    return subject.replaceAll("\\p{Cntrl}+", " ");
  }
}

package com.offgridflow.report.wiring;

import com.offgridflow.report.Report;
import com.offgridflow.report.view.ReportView;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

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
   * A file that the message brings.
   *
   * @param bytes how large it is
   * @param link where to get it; empty when it is attached
   */
  public record EnclosedFile(String name, long bytes, Optional<URI> link) {}

  /**
   * The message for a report.
   *
   * @param files what it brings, attached or as links
   */
  public Message write(Report report, List<EnclosedFile> files) {
    ReportView view = new ReportView(report);
    Map<Boolean, List<EnclosedFile>> byLink =
        files.stream().collect(Collectors.partitioningBy(file -> file.link().isPresent()));
    Map<String, Object> data =
        Map.of(
            "view", view,
            "w", view.words(),
            "subject", oneLine(view.mailSubject()),
            "intro", view.words().get(intro(byLink)),
            "attached", byLink.get(false),
            "linked", byLink.get(true));
    return new Message(
        oneLine(view.mailSubject()),
        templates.render("report-ready.html", data),
        templates.render("report-ready.txt", data));
  }

  private static String intro(Map<Boolean, List<EnclosedFile>> byLink) {
    if (byLink.get(true).isEmpty()) {
      return "mailIntro";
    }
    return byLink.get(false).isEmpty() ? "mailIntroLinked" : "mailIntroBoth";
  }

  private static String oneLine(String subject) {
    return subject.replaceAll("\\p{Cntrl}+", " ");
  }
}

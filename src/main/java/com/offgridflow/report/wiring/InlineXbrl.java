package com.offgridflow.report.wiring;

import com.offgridflow.report.Messages;
import com.offgridflow.report.Report;
import com.offgridflow.report.view.InlineView;
import com.offgridflow.report.view.ReportView;
import com.offgridflow.report.xbrl.XbrlInstance;
import io.quarkus.qute.RawString;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Renders a report as an Inline XBRL 1.1 document: one XHTML file that needs nothing else. */
public final class InlineXbrl {
  private final ReportTemplates templates;

  public InlineXbrl(ReportTemplates templates) {
    this.templates = templates;
  }

  /** The document in UTF-8. A report without values gives one without tags. */
  public byte[] render(Report report) {
    List<RawString> resources =
        XbrlInstance.resources(report).stream().map(RawString::new).toList();
    InlineView inline = new InlineView(report);
    Map<String, Object> data =
        Map.of(
            "view", new ReportView(report),
            "inline", inline,
            "sources", inline.sources(),
            "w", Messages.in(report.request().language()).words(),
            "theme", report.request().theme(),
            "brand", report.request().theme().name().orElse(""),
            "taxonomy", report.framework().requireTaxonomy(),
            "resources", resources,
            "format", format(report.request().language()));
    return templates.render("report-inline.xhtml", data).getBytes(StandardCharsets.UTF_8);
  }

  /**
   * The transformation that reads the figures as the language writes them, from Transformation
   * Rules Registry 5.
   */
  private static String format(Locale language) {
    return language.getLanguage().equals(Locale.GERMAN.getLanguage())
        ? "ixt:num-comma-decimal"
        : "ixt:num-dot-decimal";
  }
}

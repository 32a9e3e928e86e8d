package com.offgridflow.report.wiring;

import com.offgridflow.job.HubProperties;
import com.offgridflow.job.Job;
import com.offgridflow.report.Report;
import com.offgridflow.report.ReportRequest;
import com.offgridflow.report.csv.ReportCsv;
import com.offgridflow.report.xbrl.ReportPackage;
import com.offgridflow.report.xbrl.XbrlInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.camel.Body;
import org.apache.camel.ExchangeProperty;

/** The renderings of a frozen report, for the routes. */
@ApplicationScoped
@Named("renderReport")
public class RenderReport {
  private final ReportStore store;
  private final InlineXbrl inlineXbrl;
  private final PdfReport pdf;
  private final ReportPreflight preflight;

  RenderReport(ReportStore store, ReportPreflight preflight, ReportConfig config) {
    ReportTemplates templates = new ReportTemplates();
    this.store = store;
    this.preflight = preflight;
    this.inlineXbrl = new InlineXbrl(templates);
    this.pdf = new PdfReport(templates, new Typefaces(config.typefaces().orElse(List.of())));
  }

  /** The report of a delivery job. */
  public Report load(@ExchangeProperty(HubProperties.JOB) Job job) {
    return store.load(job.tenant(), job.required("report"));
  }

  /** Says whose, by which framework and for when; without ending. */
  public String fileName(@Body Report report) {
    ReportRequest request = report.request();
    return "%s-%s-%s-%s"
        .formatted(
            request.tenant(),
            report.framework().id(),
            request.period().start(),
            request.period().lastDay());
  }

  /** Whether its framework has a taxonomy, without which nothing can be tagged. */
  public boolean tagged(@Body Report report) {
    return report.framework().taxonomy().isPresent();
  }

  public byte[] xbrl(@Body Report report) {
    return preflight.passed(report, fileName(report) + ".xbrl", XbrlInstance.render(report));
  }

  public byte[] ixbrl(@Body Report report) {
    return preflight.passed(report, fileName(report) + ".xhtml", inlineXbrl.render(report));
  }

  /** The inline document as a report package. */
  public byte[] xbri(@Body Report report) {
    return packaged(report, ReportPackage.Form.XBRI);
  }

  /** The same in the older form, for recipients that do not know the ending yet. */
  public byte[] zip(@Body Report report) {
    return packaged(report, ReportPackage.Form.ZIP);
  }

  private byte[] packaged(Report report, ReportPackage.Form form) {
    String name = fileName(report);
    byte[] bytes = ReportPackage.of(form, name, ixbrl(report), report.request().frozenAt());
    return preflight.passedPackage(name + "." + form.extension(), form.extension(), bytes);
  }

  public byte[] pdf(@Body Report report) {
    return pdf.render(report);
  }

  /**
   * What a job that has written the PDF says of it: {@code undrawn_in_pdf} names the characters
   * that no typeface has, if there are any.
   */
  public Map<String, String> particulars(Report report) {
    String undrawn =
        pdf.undrawn(report).stream()
            .map(point -> "%s (U+%04X)".formatted(Character.toString(point), point))
            .collect(Collectors.joining(", "));
    return undrawn.isEmpty() ? Map.of() : Map.of("undrawn_in_pdf", undrawn);
  }

  /** The same for the report of a job. */
  public Map<String, String> result(@ExchangeProperty(HubProperties.JOB) Job job) {
    return particulars(load(job));
  }

  public byte[] values(@Body Report report) {
    return ReportCsv.values(report);
  }

  public byte[] breakdown(@Body Report report) {
    return ReportCsv.breakdown(report);
  }

  public byte[] uncovered(@Body Report report) {
    return ReportCsv.uncovered(report);
  }
}

package com.offgridflow.report.wiring;

import com.offgridflow.job.HubProperties;
import com.offgridflow.job.Job;
import com.offgridflow.report.Report;
import com.offgridflow.report.ReportRequest;
import com.offgridflow.report.csv.ReportCsv;
import com.offgridflow.report.xbrl.XbrlInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import org.apache.camel.Body;
import org.apache.camel.ExchangeProperty;

/** The renderings of a frozen report, for the routes. */
@ApplicationScoped
@Named("renderReport")
public class RenderReport {
  private final ReportStore store;
  private final InlineXbrl inlineXbrl;
  private final PdfReport pdf;

  RenderReport(ReportStore store) {
    ReportTemplates templates = new ReportTemplates();
    this.store = store;
    this.inlineXbrl = new InlineXbrl(templates);
    this.pdf = new PdfReport(templates);
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

  public byte[] xbrl(@Body Report report) {
    return XbrlInstance.render(report);
  }

  public byte[] ixbrl(@Body Report report) {
    return inlineXbrl.render(report);
  }

  public byte[] pdf(@Body Report report) {
    return pdf.render(report);
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

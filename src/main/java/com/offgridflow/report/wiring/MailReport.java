package com.offgridflow.report.wiring;

import com.offgridflow.mail.wiring.MailConfig;
import com.offgridflow.report.Report;
import com.offgridflow.tenant.wiring.TenantDatabase;
import jakarta.activation.DataHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import jakarta.mail.util.ByteArrayDataSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.attachment.AttachmentMessage;

/** Turns a report into the message for the recipients of its plan. */
@ApplicationScoped
@Named("mailReport")
public class MailReport {
  private static final String RECIPIENTS =
      """
      select unnest(p.recipients) from report r join report_plan p using (tenant_id, plan_id)
      where r.report_id = ?::uuid""";

  private record Rendering(String type, byte[] content) {}

  private final TenantDatabase database;
  private final RenderReport render;
  private final MailConfig config;
  private final ReportMail mail = new ReportMail(new ReportTemplates());

  MailReport(TenantDatabase database, RenderReport render, MailConfig config) {
    this.database = database;
    this.render = render;
    this.config = config;
  }

  /** Body becomes HTML, with the text beside it and the renderings attached. */
  public void write(Exchange exchange) {
    AttachmentMessage message = exchange.getMessage(AttachmentMessage.class);
    Report report = message.getBody(Report.class);
    Map<String, Rendering> files = files(report);
    ReportMail.Message text = mail.write(report, List.copyOf(files.keySet()));
    message.setHeader("To", String.join(", ", recipients(report)));
    message.setHeader("From", config.from());
    message.setHeader("Subject", text.subject());
    message.setHeader("X-OffGridFlow-Report", report.request().id());
    message.setHeader("Message-ID", "<" + report.request().id() + "@report.offgridflow>");
    message.setHeader("CamelMailAlternativeBody", text.text());
    message.setBody(text.html());
    files.forEach((name, file) -> message.addAttachment(name, handler(file)));
  }

  private Map<String, Rendering> files(Report report) {
    String name = render.fileName(report);
    Map<String, Rendering> files = new LinkedHashMap<>();
    files.put(name + ".pdf", new Rendering("application/pdf", render.pdf(report)));
    files.put(name + ".xhtml", new Rendering("application/xhtml+xml", render.ixbrl(report)));
    files.put(name + ".xbrl", new Rendering("application/xml", render.xbrl(report)));
    files.put(name + "-values.csv", new Rendering("text/csv", render.values(report)));
    return files;
  }

  private List<String> recipients(Report report) {
    return database.inTenant(
        report.request().tenant(),
        jdbc -> jdbc.queryForList(RECIPIENTS, String.class, report.request().id()));
  }

  private static DataHandler handler(Rendering file) {
    return new DataHandler(new ByteArrayDataSource(file.content(), file.type()));
  }
}

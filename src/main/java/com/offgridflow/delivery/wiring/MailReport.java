package com.offgridflow.delivery.wiring;

import com.offgridflow.delivery.DeliveryTarget;
import com.offgridflow.delivery.Parcel;
import com.offgridflow.job.HubProperties;
import com.offgridflow.job.Job;
import com.offgridflow.mail.MailMessage;
import com.offgridflow.mail.MailMessage.Attachment;
import com.offgridflow.mail.wiring.MailConfig;
import com.offgridflow.report.Report;
import com.offgridflow.report.wiring.ReportMail;
import com.offgridflow.report.wiring.ReportMail.EnclosedFile;
import com.offgridflow.report.wiring.ReportTemplates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Exchange;

/** Writes the message by which a report goes out: with its files, or with links to them. */
@ApplicationScoped
@Named("mailReport")
public class MailReport {
  /** Stands for all renderings, which arrive in one message or not at all. */
  private static final String MESSAGE = "message";

  private final Parcels parcels;
  private final Receipts receipts;
  private final Links links;
  private final MailConfig config;
  private final ReportMail mail = new ReportMail(new ReportTemplates());

  MailReport(Parcels parcels, Receipts receipts, Links links, MailConfig config) {
    this.parcels = parcels;
    this.receipts = receipts;
    this.links = links;
    this.config = config;
  }

  /** The message as body; no body when it has been sent. */
  public void write(Exchange exchange) {
    Report report = exchange.getProperty(DeliverReport.REPORT, Report.class);
    DeliveryTarget target = exchange.getProperty(HubProperties.TARGET, DeliveryTarget.class);
    Job job = exchange.getProperty(HubProperties.JOB, Job.class);
    if (receipts.of(job, target).contains(MESSAGE)) {
      exchange.getMessage().setBody(null);
      return;
    }
    MailMessage message = message(target, report);
    byte[] text = message.text().getBytes(StandardCharsets.UTF_8);
    exchange.setProperty(
        HubProperties.PARCEL,
        new Parcel(MESSAGE, message.id(), "message/rfc822", text, Parcels.sha256(text)));
    exchange.getMessage().setBody(message);
  }

  private MailMessage message(DeliveryTarget target, Report report) {
    List<Parcel> files = parcels.all(target, report);
    long size = files.stream().mapToLong(file -> file.content().length).sum();
    boolean attached = size <= config.attachmentsLimit().asLongValue();
    ReportMail.Message written =
        mail.write(report, files.stream().map(file -> enclosed(report, file, attached)).toList());
    return new MailMessage(
        "report-" + report.request().id() + "-" + target.id(),
        target.list("to"),
        target.list("cc"),
        target.list("bcc"),
        report.request().language().toLanguageTag(),
        written.subject(),
        written.html(),
        written.text(),
        attached ? files.stream().map(MailReport::attachment).toList() : List.of());
  }

  private EnclosedFile enclosed(Report report, Parcel file, boolean attached) {
    return new EnclosedFile(
        baseName(file),
        attached
            ? Optional.empty()
            : Optional.of(
                links.to(report.request().tenant(), report.request().id(), file.rendering())));
  }

  private static Attachment attachment(Parcel file) {
    return new Attachment(baseName(file), file.mediaType(), file.content());
  }

  /** Files in messages are in no directory. */
  private static String baseName(Parcel file) {
    return file.name().substring(file.name().lastIndexOf('/') + 1);
  }
}

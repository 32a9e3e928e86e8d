package com.offgridflow.delivery.wiring;

import com.offgridflow.delivery.DeliveryTarget;
import com.offgridflow.delivery.Parcel;
import com.offgridflow.delivery.wiring.Parcels.Packed;
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
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Writes the message by which a report goes out, with its files. Those that have no room among the
 * attachments go as links.
 */
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
  public void write(Exchange exchange) throws IOException {
    Report report = exchange.getProperty(DeliverReport.REPORT, Report.class);
    DeliveryTarget target = exchange.getProperty(HubProperties.TARGET, DeliveryTarget.class);
    Job job = exchange.getProperty(HubProperties.JOB, Job.class);
    if (receipts.of(job, target).contains(MESSAGE)) {
      exchange.getMessage().setBody(null);
      return;
    }
    MailMessage message = message(job, target, report);
    byte[] text = message.text().getBytes(StandardCharsets.UTF_8);
    exchange.setProperty(
        HubProperties.PARCEL,
        new Parcel(
            MESSAGE, message.id(), "message/rfc822", text.length, DigestUtils.sha256Hex(text)));
    exchange.getMessage().setBody(message);
  }

  private MailMessage message(Job job, DeliveryTarget target, Report report) throws IOException {
    List<EnclosedFile> files = new ArrayList<>();
    List<Attachment> attachments = new ArrayList<>();
    long room = config.attachmentsLimit().asLongValue();
    for (String name : parcels.names(target, report)) {
      Packed packed = parcels.pack(job, target, report, name);
      boolean attached = packed.parcel().bytes() <= room;
      if (attached) {
        room -= packed.parcel().bytes();
        attachments.add(attachment(packed));
      }
      parcels.clear(job);
      Optional<URI> link = attached ? Optional.empty() : Optional.of(links.to(job, target, name));
      files.add(new EnclosedFile(baseName(packed.parcel()), packed.parcel().bytes(), link));
    }
    return message(target, report, mail.write(report, files), attachments);
  }

  private static MailMessage message(
      DeliveryTarget target,
      Report report,
      ReportMail.Message written,
      List<Attachment> attachments) {
    return new MailMessage(
        "report-" + report.request().id() + "-" + target.id(),
        target.list("to"),
        target.list("cc"),
        target.list("bcc"),
        report.request().language().toLanguageTag(),
        written.subject(),
        written.html(),
        written.text(),
        attachments);
  }

  private static Attachment attachment(Packed packed) throws IOException {
    Parcel parcel = packed.parcel();
    byte[] content = Files.readAllBytes(packed.file().toPath());
    return new Attachment(baseName(parcel), parcel.mediaType(), content);
  }

  /** Files in messages are in no directory. */
  private static String baseName(Parcel file) {
    return file.name().substring(file.name().lastIndexOf('/') + 1);
  }
}

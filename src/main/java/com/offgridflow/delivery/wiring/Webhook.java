package com.offgridflow.delivery.wiring;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.offgridflow.delivery.DeliveryTarget;
import com.offgridflow.delivery.Parcel;
import com.offgridflow.delivery.WebhookSignature;
import com.offgridflow.job.HubProperties;
import com.offgridflow.job.Job;
import com.offgridflow.report.Report;
import com.offgridflow.report.ReportRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.commons.codec.digest.DigestUtils;

/** Writes and signs the event that a report is ready. */
@ApplicationScoped
@Named("webhook")
public class Webhook {
  private static final String EVENT = "event";

  private final TargetSecrets secrets;
  private final OutgoingHosts hosts;
  private final Parcels parcels;
  private final Receipts receipts;
  private final Links links;
  private final ObjectMapper json;
  private final Clock clock;

  Webhook(
      TargetSecrets secrets,
      OutgoingHosts hosts,
      Parcels parcels,
      Receipts receipts,
      Links links,
      ObjectMapper json,
      Clock clock) {
    this.secrets = secrets;
    this.hosts = hosts;
    this.parcels = parcels;
    this.receipts = receipts;
    this.links = links;
    this.json = json;
    this.clock = clock;
  }

  /** The signed event as body and headers; no body when it has arrived. */
  public void write(Exchange exchange) throws IOException {
    Report report = exchange.getProperty(DeliverReport.REPORT, Report.class);
    DeliveryTarget target = exchange.getProperty(HubProperties.TARGET, DeliveryTarget.class);
    Job job = exchange.getProperty(HubProperties.JOB, Job.class);
    if (receipts.of(job, target).contains(EVENT)) {
      exchange.getMessage().setBody(null);
      return;
    }
    String id = "msg_" + report.request().id().replace("-", "") + "_" + target.id();
    byte[] body = body(job, target, report);
    exchange.setProperty(
        HubProperties.PARCEL,
        new Parcel(EVENT, id, "application/json", body.length, DigestUtils.sha256Hex(body)));
    sign(exchange.getMessage(), target, id, body);
  }

  private void sign(Message message, DeliveryTarget target, String id, byte[] body) {
    Instant now = clock.instant();
    String secret = secrets.of(target).get("signing_secret");
    message.setBody(body);
    message.setHeader(
        Exchange.HTTP_URI, hosts.url(target.setting("url"), target.toString()).toString());
    message.setHeader(Exchange.CONTENT_TYPE, "application/json");
    message.setHeader("Webhook-Id", id);
    message.setHeader("Webhook-Timestamp", Long.toString(now.getEpochSecond()));
    message.setHeader("Webhook-Signature", WebhookSignature.ofSecret(secret).sign(id, now, body));
  }

  private byte[] body(Job job, DeliveryTarget target, Report report) throws IOException {
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("type", "report.ready");
    event.put("timestamp", report.request().frozenAt().toString());
    event.put("data", data(job, target, report));
    return json.writeValueAsBytes(event);
  }

  private Map<String, Object> data(Job job, DeliveryTarget target, Report report)
      throws IOException {
    ReportRequest request = report.request();
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("tenant", request.tenant());
    data.put("report", request.id());
    data.put("framework", report.framework().id());
    data.put("period_start", request.period().start().toString());
    data.put("period_last_day", request.period().lastDay().toString());
    data.put("digest", report.digest());
    data.put("renderings", renderings(job, target, report));
    return data;
  }

  private List<Map<String, Object>> renderings(Job job, DeliveryTarget target, Report report)
      throws IOException {
    List<Map<String, Object>> renderings = new ArrayList<>();
    for (String name : parcels.names(target, report)) {
      Parcel parcel = parcels.pack(job, target, report, name).parcel();
      // one file at a time: the receiver fetches by the link
      parcels.clear(job);
      renderings.add(rendering(parcel, links.to(job, target, name)));
    }
    return renderings;
  }

  private static Map<String, Object> rendering(Parcel parcel, URI link) {
    Map<String, Object> rendering = new LinkedHashMap<>();
    rendering.put("rendering", parcel.rendering());
    rendering.put("name", parcel.name());
    rendering.put("media_type", parcel.mediaType());
    rendering.put("bytes", parcel.bytes());
    rendering.put("sha256", parcel.digest());
    rendering.put("url", link.toString());
    return rendering;
  }
}

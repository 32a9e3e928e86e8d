package com.offgridflow.delivery.wiring;

import com.offgridflow.delivery.DeliveryTarget;
import com.offgridflow.delivery.Parcel;
import com.offgridflow.delivery.wiring.Parcels.Packed;
import com.offgridflow.job.HubProperties;
import com.offgridflow.job.Job;
import com.offgridflow.report.Report;
import com.offgridflow.report.wiring.RenderReport;
import com.offgridflow.report.wiring.ReportStore;
import com.offgridflow.tenant.wiring.TenantDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;

/** A delivery of a report to a target, rendering by rendering. */
@ApplicationScoped
@Named("deliverReport")
public class DeliverReport {
  /** Name of what the registry holds for the target. */
  static final String CLIENT = "hubTargetClient";

  /** The report that goes there. */
  static final String REPORT = "hubReport";

  private final TenantDatabase database;
  private final Targets targets;
  private final TargetClients clients;
  private final ReportStore reports;
  private final Receipts receipts;
  private final Parcels parcels;
  private final RenderReport render;

  DeliverReport(
      TenantDatabase database,
      Targets targets,
      TargetClients clients,
      ReportStore reports,
      Receipts receipts,
      Parcels parcels,
      RenderReport render) {
    this.database = database;
    this.targets = targets;
    this.clients = clients;
    this.reports = reports;
    this.receipts = receipts;
    this.parcels = parcels;
    this.render = render;
  }

  /** Puts target and report on the exchange; answers what has not arrived yet, by name. */
  public List<String> open(Exchange exchange) {
    Job job = exchange.getProperty(HubProperties.JOB, Job.class);
    String id = job.required("report");
    DeliveryTarget target =
        database.inTenant(
            job.tenant(), jdbc -> targets.required(jdbc, job.tenant(), job.required("target"), id));
    exchange.setProperty(HubProperties.TARGET, target);
    exchange.setProperty(CLIENT, clients.register(target));
    Report report = reports.load(job.tenant(), id);
    exchange.setProperty(REPORT, report);
    Set<String> arrived = receipts.of(job, target);
    return parcels.names(target, report).stream().filter(name -> !arrived.contains(name)).toList();
  }

  /** The rendering of that name as a file, with its particulars beside it. */
  public void pack(Exchange exchange) throws IOException {
    Packed packed =
        parcels.pack(
            exchange.getProperty(HubProperties.JOB, Job.class),
            exchange.getProperty(HubProperties.TARGET, DeliveryTarget.class),
            exchange.getProperty(REPORT, Report.class),
            exchange.getMessage().getBody(String.class));
    exchange.setProperty(HubProperties.PARCEL, packed.parcel());
    exchange.getMessage().setBody(packed.file());
  }

  /** Writes down that the rendering has arrived. */
  public void arrived(
      @ExchangeProperty(HubProperties.JOB) Job job,
      @ExchangeProperty(HubProperties.TARGET) DeliveryTarget target,
      @ExchangeProperty(HubProperties.PARCEL) Parcel parcel) {
    receipts.write(job, target, parcel, Location.of(target, parcel.name()));
  }

  /** What the job remembers of its success, with what the report's framework does not have. */
  public Map<String, String> result(
      @ExchangeProperty(HubProperties.TARGET) DeliveryTarget target,
      @ExchangeProperty(REPORT) Report report) {
    List<String> has = parcels.names(target, report);
    List<String> lacks = target.renderings().stream().filter(name -> !has.contains(name)).toList();
    Map<String, String> result = new TreeMap<>();
    result.put("target", target.id());
    result.put("arrived", String.join(",", has));
    result.put("not_of_framework", String.join(",", lacks));
    if (has.contains("pdf")) {
      result.putAll(render.particulars(report));
    }
    return result;
  }
}

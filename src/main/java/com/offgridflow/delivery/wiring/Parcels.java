package com.offgridflow.delivery.wiring;

import com.offgridflow.delivery.DeliveryTarget;
import com.offgridflow.delivery.Parcel;
import com.offgridflow.job.Job;
import com.offgridflow.report.Report;
import com.offgridflow.report.ReportRequest;
import com.offgridflow.report.wiring.RenderingFiles;
import com.offgridflow.report.wiring.Renderings;
import com.offgridflow.report.wiring.Renderings.Rendering;
import com.offgridflow.tenant.wiring.TenantDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.codec.digest.MessageDigestAlgorithms;

/** Renderings under the names that a target gives them, as files of a job's. */
@ApplicationScoped
public class Parcels {
  private final Renderings renderings;
  private final RenderingFiles files;
  private final TenantDatabase database;

  Parcels(Renderings renderings, RenderingFiles files, TenantDatabase database) {
    this.renderings = renderings;
    this.files = files;
    this.database = database;
  }

  /** What the target wants and the report's framework has, by name. */
  List<String> names(DeliveryTarget target, Report report) {
    return target.renderings().stream()
        .filter(name -> renderings.named(name).fits(report))
        .toList();
  }

  /**
   * A rendering that is ready to go.
   *
   * @param file where it stands until the job clears what it has written
   */
  record Packed(Parcel parcel, File file) {}

  /** The rendering of that name, written by the job. */
  Packed pack(Job job, DeliveryTarget target, Report report, String name) throws IOException {
    Rendering rendering = renderings.named(name);
    File file = files.write(report, job, name);
    String fileName = target.names().fill(places(report, rendering));
    Parcel parcel =
        new Parcel(
            name,
            fileName,
            rendering.mediaType(),
            file.length(),
            new DigestUtils(MessageDigestAlgorithms.SHA_256).digestAsHex(file));
    return new Packed(parcel, file);
  }

  /** Removes the files of the job. */
  void clear(Job job) throws IOException {
    files.clear(job);
  }

  private Map<String, String> places(Report report, Rendering rendering) {
    ReportRequest request = report.request();
    return Map.of(
        "tenant", request.tenant(),
        "plan", plan(request),
        "framework", report.framework().id(),
        "start", request.period().start().toString(),
        "last", request.period().lastDay().toString(),
        "report", request.id(),
        "suffix", rendering.suffix());
  }

  private String plan(ReportRequest request) {
    String sql = "select plan_id from report where report_id = ?::uuid";
    return database.inTenant(
        request.tenant(), jdbc -> jdbc.queryForObject(sql, String.class, request.id()));
  }
}

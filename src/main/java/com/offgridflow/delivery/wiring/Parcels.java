package com.offgridflow.delivery.wiring;

import com.offgridflow.delivery.DeliveryTarget;
import com.offgridflow.delivery.Parcel;
import com.offgridflow.report.Report;
import com.offgridflow.report.ReportRequest;
import com.offgridflow.report.wiring.Renderings;
import com.offgridflow.report.wiring.Renderings.Rendering;
import com.offgridflow.tenant.wiring.TenantDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Renderings under the names that a target gives them. */
@ApplicationScoped
public class Parcels {
  private final Renderings renderings;
  private final TenantDatabase database;

  Parcels(Renderings renderings, TenantDatabase database) {
    this.renderings = renderings;
    this.database = database;
  }

  /** What the target wants and the report's framework has, by name. */
  List<String> names(DeliveryTarget target, Report report) {
    return target.renderings().stream()
        .filter(name -> renderings.named(name).fits(report))
        .toList();
  }

  /** All of that. */
  List<Parcel> all(DeliveryTarget target, Report report) {
    return names(target, report).stream().map(name -> of(target, report, name)).toList();
  }

  Parcel of(DeliveryTarget target, Report report, String name) {
    Rendering rendering = renderings.named(name);
    byte[] content = rendering.bytes().apply(report);
    String file = target.names().fill(places(report, rendering));
    return new Parcel(name, file, rendering.mediaType(), content, sha256(content));
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

  static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}

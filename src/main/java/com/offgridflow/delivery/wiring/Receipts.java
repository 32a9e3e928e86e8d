package com.offgridflow.delivery.wiring;

import com.offgridflow.delivery.DeliveryTarget;
import com.offgridflow.delivery.Parcel;
import com.offgridflow.job.Job;
import com.offgridflow.job.JobRequest;
import com.offgridflow.tenant.wiring.TenantDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The table {@code delivery}. */
@ApplicationScoped
public class Receipts {
  private static final String INSERT =
      """
      insert into delivery (tenant_id, target_id, report_id, rendering, location, digest, bytes,
        attempts)
      values (?, ?, ?::uuid, ?, ?, ?, ?, ?) on conflict do nothing""";
  private static final String LIST =
      """
      select target_id, report_id, rendering, location, digest, bytes, attempts, delivered_at
      from delivery where target_id = ? order by delivered_at desc, report_id, rendering limit ?""";

  private final TenantDatabase database;

  Receipts(TenantDatabase database) {
    this.database = database;
  }

  /** The names of what the job need not deliver, because it has arrived. */
  Set<String> of(Job job, DeliveryTarget target) {
    if (job.payload().containsKey(JobRequest.AGAIN)) {
      return Set.of();
    }
    String sql = "select rendering from delivery where target_id = ? and report_id = ?::uuid";
    String report = job.required("report");
    return Set.copyOf(
        database.inTenant(
            job.tenant(), jdbc -> jdbc.queryForList(sql, String.class, target.id(), report)));
  }

  /** Writes down that the parcel of the job has arrived. */
  void write(Job job, DeliveryTarget target, Parcel parcel, String location) {
    database.inTenant(
        job.tenant(),
        jdbc ->
            jdbc.update(
                INSERT,
                job.tenant(),
                target.id(),
                job.required("report"),
                parcel.rendering(),
                location,
                parcel.digest(),
                parcel.bytes(),
                job.attempt()));
  }

  /** The newest receipts of a target. */
  List<Map<String, Object>> list(String tenant, String target, int limit) {
    return database.inTenant(tenant, jdbc -> jdbc.queryForList(LIST, target, limit));
  }
}

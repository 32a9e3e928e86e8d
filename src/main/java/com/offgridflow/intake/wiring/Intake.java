package com.offgridflow.intake.wiring;

import com.offgridflow.activity.Activity;
import com.offgridflow.database.wiring.RowBatch;
import com.offgridflow.intake.ActivityReader;
import com.offgridflow.intake.Reading;
import com.offgridflow.intake.Rejection;
import com.offgridflow.tenant.wiring.TenantDatabase;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** Takes records into the staging table of a run, batch by batch. */
@Startup
@ApplicationScoped
public class Intake {
  private static final String STAGE =
      """
      insert into activity_staging (tenant_id, run_id, record_key, content_digest, kind, subject,
        quantity, unit, period_start, period_end, supplier, region, postcode, country, facility,
        account, service, cost, currency, evidence_object, evidence_digest, locator, lines,
        details)
      select ?, ?, * from {rows} as r""";
  private static final String STAGED =
      """
      text, bytea, text, text, numeric, text, timestamptz, timestamptz, text, text, text,
      text, text, text, text, numeric, text, text, text, text, bigint, jsonb""";
  private static final String REJECT =
      """
      insert into rejection (tenant_id, run_id, object, locator, field, value, code, message,
        mitigation)
      select ?, ?, * from {rows} as r""";
  private static final String COUNT =
      """
      update run set records_read = records_read + ?, rejected = rejected + ?,
        lines_usage = lines_usage + ?, lines_rejected = lines_rejected + ? where run_id = ?""";

  private final TenantDatabase database;
  private final ActivityReader reader;

  Intake(TenantDatabase database) {
    this.database = database;
    this.reader =
        new ActivityReader(
            getClass().getClassLoader().getResourceAsStream("schemas/activity-1.json"));
  }

  /** Takes in a batch of records, each a map by the field names of the activity schema. */
  public void take(String tenant, long runId, List<? extends Map<String, ?>> records) {
    List<Activity> activities = new ArrayList<>(records.size());
    List<Rejection> rejections = new ArrayList<>();
    long rejectedLines = 0;
    for (Map<String, ?> row : records) {
      Reading reading = reader.read(row);
      if (reading instanceof Reading.Accepted accepted) {
        activities.add(accepted.activity());
      } else {
        rejections.add(((Reading.Rejected) reading).rejection());
        rejectedLines += lines(row);
      }
    }
    long rejected = rejectedLines;
    database.stepInTenant(
        tenant, jdbc -> store(jdbc, tenant, runId, activities, rejections, rejected));
  }

  /** Lines of the bill that a record says it stands for. */
  static long lines(Map<String, ?> row) {
    return row.get("lines") instanceof Number lines ? lines.longValue() : 1;
  }

  /** Writes down lines that never became records. */
  public void rejectLines(String tenant, long runId, List<Rejection> rejections, long lines) {
    database.inTenant(
        tenant,
        jdbc -> {
          reject(jdbc, tenant, runId, rejections);
          return jdbc.update(COUNT, 0, 0, 0, lines, runId);
        });
  }

  private static int store(
      JdbcTemplate jdbc,
      String tenant,
      long runId,
      List<Activity> activities,
      List<Rejection> rejections,
      long rejectedLines) {
    RowBatch batch = new RowBatch(STAGED);
    StagedRows rows = new StagedRows();
    activities.forEach(activity -> batch.add(rows.of(activity)));
    batch.update(jdbc, STAGE, tenant, runId);
    reject(jdbc, tenant, runId, rejections);
    long usage = activities.stream().mapToLong(activity -> activity.evidence().lines()).sum();
    int read = activities.size() + rejections.size();
    return jdbc.update(COUNT, read, rejections.size(), usage, rejectedLines, runId);
  }

  static void reject(JdbcTemplate jdbc, String tenant, long runId, List<Rejection> rejections) {
    RowBatch batch = new RowBatch("text, text, text, text, text, text, text");
    for (Rejection r : rejections) {
      batch.add(
          r.object(), r.locator(), r.field(), r.value(), r.code(), r.message(), r.mitigation());
    }
    batch.update(jdbc, REJECT, tenant, runId);
  }
}

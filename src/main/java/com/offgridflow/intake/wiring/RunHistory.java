package com.offgridflow.intake.wiring;

import com.offgridflow.tenant.wiring.TenantDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** What the runs of a connection tell of its deliveries: what was read last, and what waits. */
@ApplicationScoped
public class RunHistory {
  /** While a run is held, what was read before it does not count as the last. */
  private static final String LAST_OBJECTS =
      """
      select objects::text from run r where tenant_id = ? and source = ? and delivery = ?
        and state in ('done', 'unchanged') and not exists (select 1 from run h
          where h.tenant_id = r.tenant_id and h.source = r.source and h.delivery = r.delivery
            and h.state = 'held')
      order by run_id desc limit 1""";

  private static final String UNCHANGED =
      """
      insert into run (tenant_id, source, delivery, job_id, object_digest, objects, state)
      select tenant_id, source, delivery, ?, object_digest, objects, 'unchanged' from run
      where tenant_id = ? and source = ? and delivery = ? and state in ('done', 'unchanged')
      order by run_id desc limit 1""";
  private static final String HELD =
      """
      select exists (select 1 from run where tenant_id = ? and source = ? and delivery = ?
        and state = 'held')""";
  private static final String TO_ESTIMATE =
      """
      select max(run_id) from run where tenant_id = ? and source = ? and state = 'done'
        and estimated_at is null and accepted + superseding + withdrawn > 0""";

  private final TenantDatabase database;

  RunHistory(TenantDatabase database) {
    this.database = database;
  }

  /** The JSON list of the objects of which what a delivery has brought was read last. */
  public Optional<String> lastObjects(String tenant, String source, String delivery) {
    return database.inTenant(
        tenant,
        jdbc ->
            jdbc.queryForList(LAST_OBJECTS, String.class, tenant, source, delivery).stream()
                .findFirst());
  }

  /** Remembers that a delivery was still made of the objects that were read last. */
  public void unchanged(String tenant, String source, String delivery, Long job) {
    database.inTenant(tenant, jdbc -> jdbc.update(UNCHANGED, job, tenant, source, delivery));
  }

  /** Whether what was delivered last waits for somebody to confirm it. */
  public boolean held(String tenant, String source, String delivery) {
    return database.inTenant(
        tenant, jdbc -> jdbc.queryForObject(HELD, Boolean.class, tenant, source, delivery));
  }

  /** The latest of the connection's runs that changed activities which nobody has estimated. */
  public Optional<Long> toEstimate(String tenant, String source) {
    return Optional.ofNullable(
        database.inTenant(
            tenant, jdbc -> jdbc.queryForObject(TO_ESTIMATE, Long.class, tenant, source)));
  }
}

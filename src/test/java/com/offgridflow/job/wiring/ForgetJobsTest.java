package com.offgridflow.job.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.offgridflow.wiring.HubTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

/** By default jobs are remembered for 365 days. */
@QuarkusTest
@WithTestResource(HubTestResource.class)
class ForgetJobsTest extends QueuedJobs {
  private static final String OLD =
      """
      insert into job (tenant_id, kind, dedupe_key, state, finished_at)
      values (?, ?, ?, ?, now() - make_interval(days => ?))""";

  @Inject ForgetJobs jobs;

  private void job(String kind, String name, String state, int days) {
    database.inTenant(tenant, jdbc -> jdbc.update(OLD, tenant, kind, name, state, days));
  }

  private List<String> names() {
    return database.inTenant(
        tenant,
        jdbc ->
            jdbc.queryForList(
                "select dedupe_key from job where tenant_id = ? order by 1", String.class, tenant));
  }

  @Test
  void shouldForgetWhatWasSettledLongAgo() {
    job("sync", "done long ago", "succeeded", 366);
    job("sync", "cancelled long ago", "cancelled", 366);
    job("sync", "done", "succeeded", 364);
    job("sync", "waits for people", "parked", 900);
    job("deliver-email", "delivered", "succeeded", 900);

    assertThat(jobs.forget()).isPositive();
    assertThat(names()).containsExactly("delivered", "done", "waits for people");
  }

  @Test
  void shouldKeepWhatARunPointsTo() {
    job("sync", "read something", "succeeded", 900);
    database.inTenant(
        tenant,
        jdbc ->
            jdbc.update(
                """
                insert into run (tenant_id, source, delivery, state, job_id)
                select tenant_id, 's', 'd', 'done', job_id from job where tenant_id = ?""",
                tenant));

    jobs.forget();
    assertThat(names()).containsExactly("read something");
  }

  @Test
  void shouldForgetMoreThanOneBatch() {
    database.inTenant(
        tenant,
        jdbc ->
            jdbc.update(
                """
                insert into job (tenant_id, kind, state, finished_at)
                select ?, 'sync', 'succeeded', now() - interval '400 days'
                from generate_series(1, 2500)""",
                tenant));

    assertThat(jobs.forget()).isGreaterThanOrEqualTo(2500);
    assertThat(jobs.forget()).isZero();
  }

  @Test
  void shouldNotLetTheHubDeleteJobsInAnyOtherWay() {
    assertThatThrownBy(
            () ->
                database.inTenant(
                    tenant, jdbc -> jdbc.update("delete from job where tenant_id = ?", tenant)))
        .isInstanceOf(DataAccessException.class)
        .rootCause()
        .hasMessageContaining("permission denied for table job");
  }
}

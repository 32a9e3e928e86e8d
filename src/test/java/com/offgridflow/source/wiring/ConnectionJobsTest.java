package com.offgridflow.source.wiring;

import static com.offgridflow.source.wiring.ConnectionCalls.body;
import static com.offgridflow.source.wiring.ConnectionCalls.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import com.offgridflow.job.JobRequest;
import com.offgridflow.job.wiring.JobQueue;
import com.offgridflow.job.wiring.Schedules;
import com.offgridflow.job.wiring.TestWorker;
import com.offgridflow.wiring.HubTestResource;
import com.offgridflow.wiring.Sandbox;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quartz.SchedulerException;

/** Syncs that are asked for by hand, and the end of a connection. */
@QuarkusTest
@WithTestResource(HubTestResource.class)
class ConnectionJobsTest {
  @Inject ConnectionCalls calls;
  @Inject Sandbox sandbox;
  @Inject TestWorker worker;
  @Inject JobQueue queue;
  @Inject Schedules schedules;
  private String tenant;

  @BeforeEach
  void begin() {
    tenant = sandbox.tenant();
  }

  private static Map<String, Object> bucket() {
    return body("aws-cur", Map.of("location", "s3://acme-billing"), null);
  }

  @Test
  void shouldSyncOnDemandAndTellWhereToLook() throws IOException {
    Path directory = Samples.directory();
    MonthFiles.write(directory, "2024-09", "1");
    calls.put(tenant, "bills", body("files", Map.of("location", directory.toString()), null));

    int job =
        calls
            .post(tenant, "/bills/sync")
            .statusCode(202)
            .body("runs", is("/api/v1/tenants/" + tenant + "/runs?connection=bills"))
            .body("state", is("/api/v1/tenants/" + tenant + "/connections/bills"))
            .extract()
            .path("job");
    calls.get(tenant, "/bills").body("last_sync.state", is("queued"));
    worker.drain();

    calls
        .get(tenant, "/bills")
        .body("last_sync.job", is(job))
        .body("last_sync.state", is("succeeded"));
    assertThat(sandbox.count(tenant, "select count(*) from activity")).isEqualTo(1);
  }

  @Test
  void shouldGiveASyncTheKeysOfTheSchedule() {
    calls.put(tenant, "aws", bucket());

    String key = calls.post(tenant, "/aws/sync").extract().path("key");

    assertThat(key).startsWith("sync/aws@");
    assertThat(sandbox.row(tenant, "select exclusive_key, payload ->> 'connection' c from job"))
        .isEqualTo(Map.of("exclusive_key", "sync/aws", "c", "aws"));
  }

  @Test
  void shouldEndAConnectionWithItsScheduleAndKeepWhatItBrought()
      throws IOException, SchedulerException {
    Path directory = Samples.directory();
    MonthFiles.write(directory, "2024-09", "1");
    Map<String, Object> files = body("files", Map.of("location", directory.toString()), null);
    calls.put(tenant, "bills", with(files, "cron", "0 0 4 1 1 ?")).statusCode(200);
    calls.post(tenant, "/bills/sync");
    worker.drain();
    schedules.refresh();
    assertThat(triggers()).isEqualTo(1);
    calls.post(tenant, "/bills/sync");

    calls.delete(tenant, "bills").statusCode(204);
    schedules.refresh();

    calls.get(tenant, "/bills").statusCode(404);
    assertThat(triggers()).isZero();
    assertThat(sandbox.rows(tenant, "select state from job where kind = 'sync' order by job_id"))
        .isEqualTo(List.of(Map.of("state", "succeeded"), Map.of("state", "cancelled")));
    assertThat(sandbox.count(tenant, "select count(*) from activity")).isEqualTo(1);
    assertThat(sandbox.count(tenant, "select count(*) from run")).isEqualTo(1);
  }

  private long triggers() {
    String sql = "select count(*) from qrtz_cron_triggers where trigger_name like ?";
    return sandbox.owner().queryForObject(sql, Long.class, "%" + tenant + "%");
  }

  @Test
  void shouldNotEndAConnectionWhileAJobOfItRuns() {
    calls.put(tenant, "aws", bucket());
    queue.enqueue(tenant, JobRequest.backfill("aws", "2024-01", "b1"));
    sandbox
        .owner()
        .update(
            "update job set state = 'running', lease_until = now() + interval '1 minute' where tenant_id = ?",
            tenant);
    calls.post(tenant, "/aws/sync").statusCode(202);

    calls
        .delete(tenant, "aws")
        .statusCode(409)
        .body("detail", containsString("of connection 'aws' is running"));

    calls.get(tenant, "/aws").body("last_sync.state", is("queued"));
    sandbox.owner().update("update job set state = 'cancelled' where tenant_id = ?", tenant);
  }
}

package com.offgridflow.delivery.wiring;

import com.offgridflow.console.wiring.TestLogin;
import com.offgridflow.delivery.DeliveryTarget;
import com.offgridflow.delivery.NamePattern;
import com.offgridflow.delivery.TargetKind;
import com.offgridflow.job.Job;
import com.offgridflow.job.JobRequest;
import com.offgridflow.job.JobState;
import com.offgridflow.job.wiring.JobQueue;
import com.offgridflow.job.wiring.TestWorker;
import com.offgridflow.report.wiring.Renderings;
import com.offgridflow.report.wiring.ReportStore;
import com.offgridflow.tenant.wiring.Tenants;
import com.offgridflow.wiring.Sandbox;
import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/** Sets up targets as administrators do, freezes reports, and sees what became of deliveries. */
@ApplicationScoped
class Deliveries {
  private static final AtomicLong JOBS = new AtomicLong(1_000_000);
  private static final Function<String, DeliveryTarget> BOARD =
      tenant ->
          new DeliveryTarget(
              tenant,
              "board",
              Optional.empty(),
              TargetKind.EMAIL,
              List.of("pdf"),
              NamePattern.USUAL,
              Map.of("to", "bob@example.com"),
              true);

  private final Sandbox sandbox;
  private final Tenants tenants;
  private final TestWorker worker;
  private final JobQueue queue;
  private final TestLogin login;
  private final ReportStore reports;
  private final Renderings renderings;
  private final Links links;

  Deliveries(
      Sandbox sandbox,
      Tenants tenants,
      TestWorker worker,
      JobQueue queue,
      TestLogin login,
      ReportStore reports,
      Renderings renderings,
      Links links) {
    this.sandbox = sandbox;
    this.tenants = tenants;
    this.worker = worker;
    this.queue = queue;
    this.login = login;
    this.reports = reports;
    this.renderings = renderings;
    this.links = links;
  }

  /** A tenant with a plan. */
  String tenant(String... recipients) {
    String tenant = sandbox.tenant();
    LocalDate start = LocalDate.of(2024, 1, 1);
    tenants.putPlan(tenant, "annual", "esrs-2023", start, start.plusYears(1), List.of(recipients));
    return tenant;
  }

  ValidatableResponse put(String tenant, String id, Map<String, Object> target) {
    return login
        .admin()
        .contentType("application/json")
        .body(target)
        .put(path(tenant) + "/" + id)
        .then();
  }

  ValidatableResponse get(String tenant, String path) {
    return login.admin().get(path(tenant) + path).then();
  }

  ValidatableResponse post(String tenant, String path) {
    return login.admin().contentType("application/json").post(path(tenant) + path).then();
  }

  ValidatableResponse delete(String tenant, String path) {
    return login.admin().delete(path(tenant) + path).then();
  }

  private static String path(String tenant) {
    return "/api/v1/tenants/" + tenant + "/delivery-targets";
  }

  /** Freezes a report and does all deliveries that are due; its id. */
  String report(String tenant) {
    JobRequest request = JobRequest.report("annual", "test");
    worker.run(tenant, request);
    return queue.result(tenant, request.key()).get("report");
  }

  /** How the delivery to a target stands. */
  JobState delivery(String tenant, String target, String report) {
    return queue.state(tenant, "deliver/" + target + "/" + report).orElseThrow();
  }

  /** As if the time had come, tries again whatever waits. */
  void later(String tenant) {
    sandbox
        .owner()
        .update("update job set run_at = now() where tenant_id = ? and state = 'queued'", tenant);
    worker.drain();
  }

  /** As if the worker had died after its work, does the deliveries again. */
  void again(String tenant) {
    sandbox
        .owner()
        .update(
            "update job set state = 'queued' where tenant_id = ? and kind like 'deliver-%'",
            tenant);
    worker.drain();
  }

  /** As if their time were over. */
  void expireLinks(String tenant) {
    sandbox
        .owner()
        .update("update download_link set expires_at = made_at where tenant_id = ?", tenant);
  }

  List<Map<String, Object>> receipts(String tenant) {
    return sandbox.rows(tenant, "select * from delivery order by target_id, rendering");
  }

  byte[] rendering(String tenant, String report, String name) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      renderings.named(name).writing().to(reports.load(tenant, report), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** A link as a delivery of the report to the target {@code board} makes it. */
  URI link(String tenant, String report, String rendering) {
    Job job = new Job(job(), tenant, "deliver-email", Map.of("report", report), 1);
    return links.to(job, BOARD.apply(tenant), rendering);
  }

  private static long job() {
    return JOBS.incrementAndGet();
  }
}

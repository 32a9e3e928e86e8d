package com.offgridflow.source.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.offgridflow.job.JobRequest;
import com.offgridflow.job.JobState;
import com.offgridflow.job.wiring.TestWorker;
import com.offgridflow.tenant.wiring.Tenants;
import com.offgridflow.wiring.Sandbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Freezes reports of what syncs brought. */
@ApplicationScoped
class Reports {
  private final Syncs syncs;
  private final Tenants tenants;
  private final TestWorker worker;
  private final ObjectMapper json;

  Reports(Syncs syncs, Tenants tenants, TestWorker worker, ObjectMapper json) {
    this.syncs = syncs;
    this.tenants = tenants;
    this.worker = worker;
    this.json = json;
  }

  /** The exact figures of a frozen report of the year, by data point. */
  Map<String, String> annual(String tenant, int year) {
    LocalDate start = LocalDate.of(year, 1, 1);
    tenants.put(tenant, "Example", Sandbox.LEI, "DE");
    tenants.putPlan(tenant, "annual", "esrs-2023", start, start.plusYears(1), List.of());
    JobState report = worker.run(tenant, JobRequest.report("annual", "once"));
    assertThat(report.succeeded()).as(report.cause()).isTrue();
    return figures(syncs.texts(tenant, "select content from report where tenant_id = ?").get(0));
  }

  private Map<String, String> figures(String report) {
    Map<String, String> figures = new HashMap<>();
    try {
      for (JsonNode value : json.readTree(report).path("values")) {
        figures.putIfAbsent(value.path("dataPoint").asText(), value.path("exact").asText());
      }
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
    return figures;
  }
}

package com.offgridflow.factor.wiring;

import static com.offgridflow.factor.wiring.FactorTables.row;

import com.offgridflow.job.JobRequest;
import com.offgridflow.job.JobState;
import com.offgridflow.job.wiring.JobQueue;
import com.offgridflow.job.wiring.TestWorker;
import com.offgridflow.tenant.wiring.TenantDatabase;
import com.offgridflow.wiring.Sandbox;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;

/** Tables of factors that a tenant imports. */
abstract class ImportedFactors {
  @Inject Sandbox sandbox;
  @Inject TestWorker worker;
  @Inject JobQueue queue;
  @Inject TenantDatabase database;
  @Inject FactorConfig config;
  @Inject FactorEditions editions;
  String tenant;

  @BeforeEach
  void begin() {
    tenant = sandbox.tenant();
  }

  static SentTable sent(String table) {
    return sent("own", table);
  }

  static SentTable sent(String name, String table) {
    return new SentTable(name, "test", "test", table.getBytes(StandardCharsets.UTF_8));
  }

  JobState run(String location, String table, String occasion) {
    return worker.run(tenant, JobRequest.importFactors(location, table, occasion));
  }

  Map<String, String> result(String location, String table, String occasion) {
    return queue.result(tenant, JobRequest.importFactors(location, table, occasion).key());
  }

  List<String> own(String select) {
    return sandbox.rows(tenant, select + " where tenant_id = ? order by 1", tenant).stream()
        .map(row -> (String) row.get("origin"))
        .toList();
  }
}

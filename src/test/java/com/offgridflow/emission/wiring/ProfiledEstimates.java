package com.offgridflow.emission.wiring;

import static com.offgridflow.intake.wiring.Records.electricity;

import com.offgridflow.console.wiring.TestLogin;
import com.offgridflow.intake.wiring.TestIntake;
import com.offgridflow.job.JobRequest;
import com.offgridflow.job.wiring.TestWorker;
import com.offgridflow.wiring.Sandbox;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;

/** Estimates of cloud use of a tenant that chooses its methodology. */
abstract class ProfiledEstimates {
  @Inject TestIntake intake;
  @Inject Sandbox sandbox;
  @Inject TestWorker worker;
  @Inject TestLogin login;
  String tenant;

  @BeforeEach
  void begin() {
    tenant = sandbox.tenant();
  }

  String api(String path) {
    return "/api/v1/tenants/" + tenant + "/methodology" + path;
  }

  void take(String digest, String key) {
    take(digest, List.of(compute(key)));
  }

  void take(String digest, List<Map<String, Object>> records) {
    intake.take(tenant, "bills " + digest, "2024-09", digest, records);
    worker.run(tenant, JobRequest.estimate(digest));
  }

  static Map<String, Object> compute(String key) {
    Map<String, Object> record = electricity(key, "100");
    record.remove("country");
    record.put("kind", "cloud.compute");
    record.put("subject", "m5.large");
    record.put("unit", "vCPU-h");
    record.put("supplier", "aws");
    record.put("region", "eu-central-1");
    record.put("service", "AmazonEC2");
    return record;
  }
}

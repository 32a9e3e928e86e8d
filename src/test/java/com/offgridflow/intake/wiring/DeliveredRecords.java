package com.offgridflow.intake.wiring;

import com.offgridflow.intake.Balance;
import com.offgridflow.wiring.Sandbox;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;

/** Records of a tenant, delivery by delivery. */
abstract class DeliveredRecords {
  static final String DELIVERY = "2024-09.csv";
  static final String CURRENT =
      "select record_key, version, quantity::text from activity where superseded_at is null order"
          + " by 1";

  @Inject Runs runs;
  @Inject Intake intake;
  @Inject Sandbox sandbox;
  String tenant;

  @BeforeEach
  void begin() {
    tenant = sandbox.tenant();
  }

  Balance deliver(String digest, List<Map<String, Object>> records) {
    long run = open(digest);
    intake.take(tenant, run, records);
    return runs.close(tenant, run, "test", records.size());
  }

  long open(String digest) {
    return runs.open(tenant, "source", DELIVERY, null, "[]", digest).orElseThrow();
  }

  static Map<String, Object> row(String key, int version, int quantity) {
    return Map.of("record_key", key, "version", version, "quantity", Integer.toString(quantity));
  }
}

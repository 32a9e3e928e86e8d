package com.offgridflow.intake.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** Takes in whole deliveries that a test makes up. */
@ApplicationScoped
public class TestIntake {
  private final Runs runs;
  private final Intake intake;

  TestIntake(Runs runs, Intake intake) {
    this.runs = runs;
    this.intake = intake;
  }

  /**
   * A run over a delivery that has just these records. With another digest it is newer content of
   * the same delivery, and withdraws what it no longer has.
   */
  public void take(
      String tenant,
      String source,
      String delivery,
      String digest,
      List<Map<String, Object>> records) {
    long run = runs.open(tenant, source, delivery, null, "[]", digest).orElseThrow();
    intake.take(tenant, run, records);
    runs.close(tenant, run, "test", records.size());
  }
}

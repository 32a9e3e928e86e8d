package com.offgridflow.restatement.wiring;

import static com.offgridflow.intake.wiring.Records.electricity;
import static com.offgridflow.intake.wiring.Records.with;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;

import com.offgridflow.factor.wiring.FactorEditions;
import com.offgridflow.factor.wiring.SentTable;
import com.offgridflow.intake.wiring.TestIntake;
import com.offgridflow.job.JobRequest;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Restating by another profile, other factors, and what was known at another time. */
@QuarkusTest
class RestatementBasisTest extends RestatedBills {
  @Inject TestIntake intake;
  @Inject FactorEditions editions;

  /** 1000 GB × 0.001 kWh/GB × PUE 1.135 of AWS in the profile = 1.135 kWh. */
  @Test
  void shouldRecalculateCloudUseByAnotherProfile() {
    Map<String, Object> traffic = with(electricity("n", "1000"), "kind", "cloud.network");
    traffic.putAll(Map.of("unit", "GB", "supplier", "aws", "region", "us-east-1", "country", "US"));
    intake.take(tenant, "cloud", "digest", "first", List.of(traffic));
    worker.run(tenant, JobRequest.estimate("first"));

    int id =
        restate(
            AR5.replace("2025", "2024")
                .replace("2026", "2025")
                .replace("\"gwp_set\": \"AR5\"", "\"profile\": \"ccf-2024\""));

    get("/restatements/" + id).body("state", equalTo("proposed"));
    get("/restatements/" + id + "/lines").body("causes", everyItem(containsString("method")));
    assertThat(
            sandbox.row(
                tenant,
                "select trim_scale(energy_kwh)::text as kwh from emission where profile = 'ccf-2024'"))
        .containsEntry("kwh", "1.135");
  }

  /** No factor was known in the year 2000. */
  @Test
  void shouldSayWhatHasNoFigureWithWhatWasKnownThen() {
    bills("bills.csv", POWER);

    int id =
        restate(
            """
            {"period_start": "2025-01-01", "period_end": "2026-01-01", "reason": "as known then",
             "factors_known_at": "2000-01-01T00:00:00Z"}""");

    get("/restatements/" + id + "/lines")
        .body("[0].causes", equalTo("removed"))
        .body("[0].difference_kg_co2e", equalTo(-329.65f));
  }

  /** 1000 kWh at the utility's 0.4 kg are 400 kg: 70.35 kg more than by the country's average. */
  @Test
  void shouldShowWhatAnEditionWouldChangeBeforeItIsApproved() {
    bills("bills.csv", POWER);
    String table =
        """
        id,kind,subject,place,valid_from,valid_to,per_unit,unit,value,co2,ch4,n2o,biogenic_co2,gwp_set,publisher,edition,table_name,row_name,licence,note
        own:DE,grid.location,,DE,2024-01-01,2026-01-01,kWh,kg CO2e,0.4,,,,,,Utility,2025,letter,1,own,
        """;
    long edition =
        editions
            .propose(tenant, new SentTable("own", "letter.csv", "test", table.getBytes(UTF_8)))
            .edition()
            .id();

    int id =
        restate(
            """
            {"period_start": "2025-01-01", "period_end": "2026-01-01", "reason": "what if",
             "edition": "%d"}"""
                .formatted(edition));

    get("/restatements/" + id + "/lines")
        .body("", hasSize(1))
        .body("[0].causes", equalTo("factor"))
        .body("[0].old_factors", equalTo("ember-2026:DE"))
        .body("[0].new_kg_co2e", equalTo(400f))
        .body("[0].difference_kg_co2e", equalTo(70.35f));
    assertThat(inForce()).containsExactly("electricity 329.65");
  }
}

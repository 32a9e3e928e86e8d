package com.offgridflow.factor.wiring;

import static com.offgridflow.factor.wiring.FactorTables.grid;
import static com.offgridflow.factor.wiring.FactorTables.of;
import static com.offgridflow.factor.wiring.FactorTables.row;
import static com.offgridflow.intake.wiring.Records.electricity;
import static com.offgridflow.intake.wiring.Records.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.offgridflow.emission.wiring.Calculators;
import com.offgridflow.factor.FactorChoice;
import com.offgridflow.factor.FactorQuery;
import com.offgridflow.intake.wiring.TestIntake;
import com.offgridflow.job.JobRequest;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What an approved table does to estimates that are there and to those that come. */
@QuarkusTest
class ApprovedFactorsTest extends ImportedFactors {
  private static final String LOCATION = " where method = 'location-based'";
  private static final String PARTIAL = "PARTIAL";

  @Inject TestIntake intake;
  @Inject EditionDecisions decisions;
  @Inject FactorKnowledge knowledge;
  @Inject Calculators calculators;

  @Test
  void shouldLeaveWhatIsEstimatedAsItIs() {
    take(with(electricity("a", "100"), "country", "AQ"), electricity("b", "1000"));
    worker.run(tenant, JobRequest.estimate("first"));
    String all = "select * from emission order by emission_id";
    List<Map<String, Object>> before = sandbox.rows(tenant, all);
    // location- and market-based
    assertThat(before).hasSize(2);

    approve(of(grid("own:de", "DE", "0.1")));
    worker.drain();

    assertThat(sandbox.rows(tenant, all)).isEqualTo(before);
    assertThat(sandbox.count(tenant, "select count(*) from estimate_gap")).isEqualTo(1);
  }

  /** 100 kWh × 0.5 kg/kWh = 50 kg. */
  @Test
  void shouldEstimateWithTheTenantsFactorsFromTheirApprovalOn() {
    take(with(electricity("a", "100"), "country", "AQ"));
    worker.run(tenant, JobRequest.estimate("first"));
    assertThat(sandbox.row(tenant, "select code from estimate_gap"))
        .containsEntry("code", "MISSING_FACTOR");

    long id = approve(of(grid("own:aq", "AQ", "0.5")));
    worker.drain();

    assertThat(sandbox.count(tenant, "select count(*) from estimate_gap")).isZero();
    Map<String, Object> emission = sandbox.row(tenant, "select kg_co2e from emission" + LOCATION);
    assertThat((BigDecimal) emission.get("kg_co2e")).isEqualByComparingTo("50");
    String factors =
        "select factor_ids::text as f from derivation join emission using (emission_id)" + LOCATION;
    assertThat(sandbox.row(tenant, factors)).containsEntry("f", "{own:aq@" + id + "}");
    take(electricity("later", "10"), with(electricity("more", "10"), "country", "AQ"));
    worker.run(tenant, JobRequest.estimate("second"));
    assertThat(sandbox.count(tenant, "select count(*) from emission" + LOCATION)).isEqualTo(3);
  }

  /** 100 kWh: at the residual mix of 0.3 kg/kWh 30 kg; at the grid's 0.5, known later, 50 kg. */
  @Test
  void shouldAddWhatAnEstimateLackedWithoutMovingWhatItHas() {
    approve(of(row("mix:aq", "grid.residual-mix", "AQ", "0.3")));
    take(with(electricity("a", "100"), "country", "AQ"));
    worker.run(tenant, JobRequest.estimate("first"));
    String figures =
        "select method || ' ' || trim_scale(kg_co2e) as f from emission where superseded_at is null";
    assertThat(sandbox.row(tenant, figures)).containsEntry("f", "market-based 30");
    assertThat(sandbox.row(tenant, "select code from estimate_gap")).containsEntry("code", PARTIAL);

    approve("grid", of(grid("own:aq", "AQ", "0.5")));
    worker.drain();

    assertThat(sandbox.rows(tenant, figures))
        .extracting(row -> row.get("f"))
        .containsExactlyInAnyOrder("market-based 30", "location-based 50");
    assertThat(sandbox.count(tenant, "select count(*) from estimate_gap")).isZero();
  }

  /** EPA's factor of diesel is of CO2 alone; one of all gases would move the figure in force. */
  @Test
  void shouldLeaveAPartlyEstimatedActivityAloneWhereItsFiguresWouldMove() {
    Map<String, Object> fuel = with(electricity("a", "10"), "kind", "mobile-combustion");
    take(with(with(with(fuel, "subject", "diesel"), "unit", "gal"), "country", "US"));
    worker.run(tenant, JobRequest.estimate("first"));
    String all = "select * from emission order by emission_id";
    List<Map<String, Object>> before = sandbox.rows(tenant, all);
    assertThat(sandbox.row(tenant, "select code from estimate_gap")).containsEntry("code", PARTIAL);

    String own = row("own:diesel", "mobile-combustion", "US", "10.5");
    approve(of(own.replace("combustion,,US", "combustion,diesel,US").replace("kWh", "gal")));
    worker.drain();

    assertThat(sandbox.rows(tenant, all)).isEqualTo(before).isNotEmpty();
    assertThat(sandbox.row(tenant, "select code from estimate_gap")).containsEntry("code", PARTIAL);
  }

  /** 1000 kWh × 0.6 kg/kWh of the residual mix = 600 kg; by the grid's average they are 329.65. */
  @Test
  void shouldReplaceProvisionalMarketBasedFiguresWhenAResidualMixIsApproved() {
    take(electricity("b", "1000"));
    worker.run(tenant, JobRequest.estimate("first"));
    String current =
        """
        select component || ' ' || trim_scale(kg_co2e) as figure from emission
        where superseded_at is null and method = 'market-based'""";
    assertThat(sandbox.row(tenant, current)).containsEntry("figure", "grid-average 329.65");

    approve(of(row("mix:de", "grid.residual-mix", "DE", "0.6")));
    worker.drain();

    assertThat(sandbox.row(tenant, current)).containsEntry("figure", "residual 600");
  }

  @Test
  void shouldPreferTheSuppliersRateOverTheCountrys() {
    approve(
        of(
            row("rate:de", "grid.supplier-rate", "DE", "0.4"),
            row("rate:acme", "grid.supplier-rate", "acme power", "0.01")));

    FactorQuery query =
        FactorQuery.of(
            "grid.supplier-rate", "", LocalDate.parse("2025-01-01"), "acme power", "DE", "world");
    FactorChoice choice =
        database.inTenant(
            tenant, jdbc -> knowledge.library(jdbc, knowledge.now(jdbc, tenant)).choose(query));

    assertThat(((FactorChoice.Chosen) choice).factor().id()).startsWith("rate:acme@");
  }

  @Test
  void shouldShareACalculatorAmongTenantsWithoutOwnTables() {
    assertThat(calculators.of(tenant)).isSameAs(calculators.ofNobody());
    approve(of(grid("own:aq", "AQ", "0.5")));
    assertThat(calculators.of(tenant)).isNotSameAs(calculators.ofNobody());
    assertThat(calculators.of(tenant)).isSameAs(calculators.of(tenant));
  }

  private long approve(String table) {
    return approve("own", table);
  }

  private long approve(String name, String table) {
    long id = editions.propose(tenant, sent(name, table)).edition().id();
    decisions.approve(tenant, id, "ann");
    return id;
  }

  @SafeVarargs
  private void take(Map<String, Object>... records) {
    String digest = List.of(records).toString();
    intake.take(tenant, "bills", digest, digest, List.of(records));
  }
}

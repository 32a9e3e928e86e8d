package com.offgridflow.report.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import com.offgridflow.report.Confidence;
import com.offgridflow.report.ScopeConfidence;
import com.offgridflow.wiring.Sandbox;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * How far each scope can be trusted, by hand:
 *
 * <pre>
 * bill  scope  factors   kg   interval   below  above  quality
 * b0    1      A        100    90..120      10     20        1
 * b1    1      A        200   170..230      30     30        2
 * b2    1      B        300   270..420      30    120        4
 * b3    3      A         50    18..90       32     40        -
 * b4    3      B        400     none         -      -        1
 *
 * Scope 1  below A 10 + 30 = 40, B 30: root of 40² + 30² = 50
 *          above A 20 + 30 = 50, B 120: root of 50² + 120² = 130
 *          quality (100·1 + 200·2 + 300·4) / 600 = 2.8333
 * Scope 3  known 50 of 450 kg, below 32, above 40, quality 1
 * all      below A 40 + 32 = 72, B 30: root of 72² + 30² = 78
 *          above A 50 + 40 = 90, B 120: root of 90² + 120² = 150
 *          quality (1700 + 400·1) / 1000 = 2.1
 * </pre>
 */
@QuarkusTest
class ConfidenceQueryTest {
  private static final String SET =
      """
      update emission e set scope = ?, method = ?, category = ?, kg_co2e = ?::numeric,
        kg_co2e_low = ?::numeric, kg_co2e_high = ?::numeric, data_quality = ?::numeric,
        calculation_id = ?
      from activity a where a.activity_id = e.activity_id and a.tenant_id = ? and a.record_key = ?
        and e.method = 'location-based'""";

  @Inject BilledReports.Of tenants;
  @Inject Sandbox sandbox;
  @Inject ReportStore store;
  private BilledReports bills;

  @Test
  void shouldAddWhatRestsOnTheSameFactorsAndSquareWhatDoesNot() {
    List<ScopeConfidence> confidence = confidence();

    assertThat(confidence)
        .extracting(ScopeConfidence::scope)
        .containsExactly(Optional.of(1), Optional.of(3), Optional.empty());
    assertConfidence(confidence.get(0), "600", "600", "50", "130", "2.8333");
    assertConfidence(confidence.get(1), "450", "50", "32", "40", "1.0000");
    assertConfidence(confidence.get(2), "1050", "650", "78", "150", "2.1000");
  }

  private List<ScopeConfidence> confidence() {
    bills = tenants.ofNewTenant();
    bills.take("first", "1000", "1000", "1000", "1000", "1000");
    long a = calculation("a");
    long b = calculation("b");
    set("b0", 1, a, "100", "90", "120", "1");
    set("b1", 1, a, "200", "170", "230", "2");
    set("b2", 1, b, "300", "270", "420", "4");
    set("b3", 3, a, "50", "18", "90", null);
    set("b4", 3, b, "400", null, null, "1");
    // the other telling of Scope 2 counts nowhere
    sandbox
        .owner()
        .update(
            "update emission set kg_co2e_low = 0, kg_co2e_high = 9999 where tenant_id = ?"
                + " and method = 'market-based'",
            bills.tenant());
    bills.report("first");
    return store.load(bills.tenant(), bills.reportId("first")).basis().confidence();
  }

  private long calculation(String factor) {
    return sandbox
        .owner()
        .queryForObject(
            "insert into calculation (tenant_id, digest, body, factor_ids)"
                + " values (?, sha256(?::bytea), '{}', array[?]) returning calculation_id",
            Long.class,
            bills.tenant(),
            factor,
            factor);
  }

  private void set(
      String bill,
      int scope,
      long calculation,
      String kg,
      String low,
      String high,
      String quality) {
    int changed =
        sandbox
            .owner()
            .update(
                SET,
                scope,
                scope == 1 ? "fuel-based" : "average-data",
                scope == 3 ? 1 : null,
                kg,
                low,
                high,
                quality,
                calculation,
                bills.tenant(),
                bill);
    assertThat(changed).isOne();
  }

  private static void assertConfidence(
      ScopeConfidence found,
      String total,
      String known,
      String below,
      String above,
      String quality) {
    Confidence confidence = found.confidence();
    assertThat(confidence.totalKg()).isEqualByComparingTo(total);
    assertThat(confidence.knownKg()).isEqualByComparingTo(known);
    assertThat(confidence.below()).isEqualByComparingTo(below);
    assertThat(confidence.above()).isEqualByComparingTo(above);
    assertThat(confidence.quality().orElseThrow().setScale(4, RoundingMode.HALF_UP))
        .isEqualTo(new BigDecimal(quality));
  }
}

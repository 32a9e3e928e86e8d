package com.offgridflow.calendar.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What stands for a bill until it comes. */
@QuarkusTest
class AccruedBillsTest extends MeteredBills {
  /** The gap of 28 days takes (310 + 310) kWh / 62 days × 28 = 280 kWh. */
  @Test
  void shouldAccrueAMissingBillAndMarkItInTheReport() {
    bills(
        "E1,,Works,electricity,310,kWh,2025-01-01,2025-01-31,DE,A1",
        "E1,,Works,electricity,310,kWh,2025-03-01,2025-03-31,DE,A3");

    assertThat(emissions())
        .containsExactly(
            "accrual 2025-02-01 2025-03-01 280 92.302",
            "bills 2025-01-01 2025-02-01 310 102.1915",
            "bills 2025-03-01 2025-04-01 310 102.1915");
    assertThat(
            sandbox.row(
                tenant,
                "select locator, details->>'accrual_method' as method from activity where source = 'accrual'"))
        .isEqualTo(
            Map.of(
                "locator",
                "average-daily-use-of-the-neighbours for 2025-02-01 to 2025-02-28, from bills.csv,"
                    + " line 2 and bills.csv, line 3",
                "method",
                "average-daily-use-of-the-neighbours"));
    String content = report(2025);
    assertThat(content).contains("\"accrued\":0.092302").contains("\"accrued\":true");
  }

  /** 280 kWh were accrued, 300 are billed: 20 kWh and 6.593 kg more. */
  @Test
  void shouldTrueUpAnAccrualWhenTheBillComes() {
    bills(
        "E1,,Works,electricity,310,kWh,2025-01-01,2025-01-31,DE,A1",
        "E1,,Works,electricity,310,kWh,2025-03-01,2025-03-31,DE,A3");
    sandbox.file(
        tenant, "late.csv", HEADER + "E1,,Works,electricity,300,kWh,2025-02-01,2025-02-28,DE,A2\n");

    sync();

    assertThat(emissions())
        .containsExactly(
            "bills 2025-01-01 2025-02-01 310 102.1915",
            "bills 2025-02-01 2025-03-01 300 98.895",
            "bills 2025-03-01 2025-04-01 310 102.1915");
    assertThat(
            sandbox.row(
                tenant,
                """
                select trim_scale(accrued_quantity)::text as accrued,
                  trim_scale(billed_quantity)::text as billed,
                  trim_scale(kg_co2e_difference)::text as difference
                from accrual_true_up where method = 'location-based'"""))
        .isEqualTo(Map.of("accrued", "280", "billed", "300", "difference", "6.593"));
  }

  @Test
  void shouldShowATenantOnlyItsOwnAccruals() {
    bills(
        "E1,,Works,electricity,310,kWh,2025-01-01,2025-01-31,DE,A1",
        "E1,,Works,electricity,310,kWh,2025-03-01,2025-03-31,DE,A3");

    String other = sandbox.tenant();

    assertThat(sandbox.count(other, "select count(*) from activity")).isZero();
    assertThat(sandbox.count(other, "select count(*) from accrual_true_up")).isZero();
  }
}

package com.offgridflow.calendar.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Bills on the border of years, over each other and taken back, from the file to the report. */
@QuarkusTest
class CalendarisationTest extends MeteredBills {
  /** 32 days, 17 of them in 2024: 1700 kWh are 560.405 kg, the 1500 kWh of 2025 494.475 kg. */
  @Test
  void shouldSplitABillBetweenTheYearsOfItsReports() {
    bills("E1,,Works,electricity,3200,kWh,2024-12-15,2025-01-15,DE,A1");

    assertThat(emissions())
        .containsExactly(
            "bills 2024-12-15 2025-01-01 1700 560.405", "bills 2025-01-01 2025-01-16 1500 494.475");
    assertThat(reported(2024)).isEqualByComparingTo("0.560405");
    assertThat(reported(2025)).isEqualByComparingTo("0.494475");
  }

  /** A January bill in Berlin begins at 23:00 UTC of the year before. */
  @Test
  void shouldCountAJanuaryBillInItsOwnYear() {
    bills("E1,,Works,electricity,1000,kWh,2025-01-01,2025-01-31,DE,A1");

    assertThat(reported(2025)).isEqualByComparingTo("0.32965");
  }

  @Test
  void shouldRefuseAnOverlappingBillAndNameBothRows() {
    bills("E1,,Works,electricity,310,kWh,2025-01-01,2025-01-31,DE,A1");
    sandbox.file(
        tenant, "b.csv", HEADER + "E1,,Works,electricity,30,kWh,2025-01-31,2025-02-28,DE,A2\n");

    sync();

    Map<String, Object> rejection =
        sandbox.row(tenant, "select code, object, locator, message from rejection");
    assertThat(rejection)
        .containsEntry("code", "OVERLAPPING_BILL")
        .containsEntry("object", "b.csv")
        .containsEntry("locator", "line 2");
    assertThat((String) rejection.get("message"))
        .contains("2025-01-31 to 2025-01-31")
        .contains("b.csv, line 2 covers 2025-01-31 to 2025-02-28")
        .contains("bills.csv, line 2 covers 2025-01-01 to 2025-01-31");
    assertThat(sandbox.count(tenant, "select count(*) from activity")).isEqualTo(1);
    assertThat(
            sandbox.row(
                tenant,
                "select accepted, rejected, lines_rejected from run where delivery = 'b.csv'"))
        .isEqualTo(Map.of("accepted", 0L, "rejected", 1L, "lines_rejected", 1L));
  }

  @Test
  void shouldLetTwoMetersOfAnAccountHaveTheSameMonth() {
    bills(
        "E1,M1,Works,electricity,310,kWh,2025-01-01,2025-01-31,DE,A1",
        "E1,M2,Works,electricity,310,kWh,2025-01-01,2025-01-31,DE,A1");

    assertThat(sandbox.count(tenant, "select count(*) from activity")).isEqualTo(2);
  }

  /** The corrected bill ends earlier; its file says so, and the next bill begins where it ends. */
  @Test
  void shouldTakeACorrectedFileWhoseBillsOnlyOverlapWhatTheyReplace() {
    bills("E1,,Works,electricity,310,kWh,2025-01-01,2025-01-31,DE,A1");

    bills(
        "E1,,Works,electricity,190,kWh,2025-01-01,2025-01-19,DE,A1",
        "E1,,Works,electricity,120,kWh,2025-01-20,2025-01-31,DE,A1");

    assertThat(sandbox.count(tenant, "select count(*) from rejection")).isZero();
    assertThat(emissions())
        .containsExactly(
            "bills 2025-01-01 2025-01-20 190 62.6335", "bills 2025-01-20 2025-02-01 120 39.558");
  }

  /** -62 kWh on January and February are -32.57... and -29.42...; in all 1000 - 62 = 938 kWh. */
  @Test
  void shouldSplitACreditBesideItsBill() {
    bills(
        "E1,,Works,electricity,1000,kWh,2025-01-01,2025-02-28,DE,A1",
        "E1,,Works,electricity,-62,kWh,2025-01-01,2025-02-28,DE,A2");

    assertThat(
            sandbox.count(tenant, "select count(*) from emission where method <> 'market-based'"))
        .isEqualTo(4);
    assertThat(
            sandbox.row(
                tenant,
                "select trim_scale(sum(converted_quantity))::text as kwh from emission where superseded_at is null and method <> 'market-based'"))
        .isEqualTo(Map.of("kwh", "938"));
  }

  /** t CO2e of Scope 2, location-based. */
  private BigDecimal reported(int year) {
    String value =
        report(year)
            .replaceAll(
                "(?s).*\"dataPoint\":\"[^\"]*scope-?2[^\"]*\"[^}]*?\"exact\":([0-9.]+).*", "$1");
    return new BigDecimal(value);
  }
}

package com.offgridflow.calendar.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import com.offgridflow.console.wiring.TestLogin;
import com.offgridflow.job.JobRequest;
import com.offgridflow.job.wiring.TestWorker;
import com.offgridflow.tenant.wiring.Tenants;
import com.offgridflow.wiring.Sandbox;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bills of a site in Berlin, from the file to the report. Ember gives Germany 0.32965 kg/kWh. */
@QuarkusTest
class CalendarisationTest {
  private static final String METER = "electricity//Works/meter M7";
  private static final String HEADER =
      "account,meter,site,kind,quantity,unit,period_start,period_end,country,invoice\n";

  @Inject Sandbox sandbox;
  @Inject TestWorker worker;
  @Inject Tenants tenants;
  @Inject TestLogin login;
  private String tenant;
  private int syncs;

  @BeforeEach
  void begin() {
    tenant = sandbox.tenant();
    sandbox.connect(tenant, "bills", "utility-csv");
  }

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

  /** The bill before last month's had 10 kWh a day, and so has the accrual. */
  @Test
  void shouldAccrueLastMonthUntilItsBillComes() {
    LocalDate month = lastMonth();
    bills(bill(month.minusMonths(1), 10));
    int days = month.lengthOfMonth();
    assertThat(accrued()).containsExactly(month + " " + 10 * days);
    openMeters().body("meter", hasItem(METER)).body("accrued", hasItem(true));

    sandbox.file(tenant, "late.csv", HEADER + bill(month, 12) + "\n");
    sync();

    assertThat(accrued()).isEmpty();
    assertThat(
            sandbox.row(
                tenant,
                "select trim_scale(billed_quantity - accrued_quantity)::text as more"
                    + " from accrual_true_up where method = 'location-based'"))
        .containsEntry("more", String.valueOf(2 * days));
  }

  /** A bill of six months and a day ago is the last one of a meter that has fallen silent. */
  @Test
  void shouldNameASilentMeterAndNotAccrueIt() {
    bills(bill(lastMonth().minusMonths(7), 10));

    assertThat(accrued()).isEmpty();
    openMeters()
        .body("meter", hasItem(METER))
        .body("accrued", hasItem(false))
        .body("why", hasItem(startsWith("no bill for more than 6 months (accrual.months)")));
  }

  @Test
  void shouldStopAccruingAMeterThatIsMarkedClosedAndGoOnWhenItIsOpenedAgain() {
    bills(bill(lastMonth().minusMonths(1), 10));
    List<String> before = accrued();

    String closed = "/api/v1/tenants/" + tenant + "/closed-meters";
    String body = "{\"meter\": \"%s\", \"reason\": \"site sold\"}";
    authorised()
        .body(body.formatted("electricity//Works/meter 8"))
        .put(closed)
        .then()
        .statusCode(400);
    authorised().body(body.formatted(METER)).put(closed).then().statusCode(204);
    worker.drain();
    assertThat(accrued()).isEmpty();
    openMeters().body("why", hasItem("it is marked closed"));

    authorised().queryParam("meter", METER).delete(closed).then().statusCode(204);
    worker.drain();
    assertThat(accrued()).isEqualTo(before).isNotEmpty();
  }

  /** The month passes while no bill comes: the next estimate of anything sees it, and no other. */
  @Test
  void shouldAccrueAMeterWhoseBillsNoRunTouches() {
    String closed = "insert into closed_meter values (?, ?, 'test', 'test')";
    sandbox.owner().update(closed, tenant, METER);
    bills(bill(lastMonth().minusMonths(1), 10));
    sandbox.owner().update("delete from closed_meter where tenant_id = ?", tenant);
    worker.run(tenant, JobRequest.estimate("the same month"));
    assertThat(accrued()).isEmpty();

    sandbox
        .owner()
        .update(
            "update accrual_month set looked_until = looked_until - interval '1 month'"
                + " where tenant_id = ?",
            tenant);
    worker.run(tenant, JobRequest.estimate("a new month"));

    assertThat(accrued()).hasSize(1);
  }

  @Test
  void shouldAccrueOnceHoweverOftenItIsAsked() {
    bills(
        "E1,,Works,electricity,310,kWh,2025-01-01,2025-01-31,DE,A1",
        "E1,,Works,electricity,310,kWh,2025-03-01,2025-03-31,DE,A3");
    List<String> before = emissions();

    sandbox.owner().update("update run set estimated_at = null where tenant_id = ?", tenant);
    worker.run(tenant, JobRequest.estimate("after a crash"));

    assertThat(emissions()).isEqualTo(before);
    assertThat(sandbox.count(tenant, "select count(*) from activity")).isEqualTo(3);
    assertThat(
            sandbox.count(tenant, "select count(*) from emission where method <> 'market-based'"))
        .isEqualTo(3);
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

  @Test
  void shouldShowATenantOnlyItsOwnAccruals() {
    bills(
        "E1,,Works,electricity,310,kWh,2025-01-01,2025-01-31,DE,A1",
        "E1,,Works,electricity,310,kWh,2025-03-01,2025-03-31,DE,A3");

    String other = sandbox.tenant();

    assertThat(sandbox.count(other, "select count(*) from activity")).isZero();
    assertThat(sandbox.count(other, "select count(*) from accrual_true_up")).isZero();
  }

  private void bills(String... rows) {
    sandbox.file(tenant, "bills.csv", HEADER + String.join("\n", rows) + "\n");
    sync();
  }

  private void sync() {
    assertThat(worker.run(tenant, JobRequest.sync("bills", "sync " + ++syncs)).succeeded())
        .isTrue();
  }

  /** What is in force, Scope 2 by location: source, days, quantity, kg CO2e. */
  private List<String> emissions() {
    return sandbox
        .rows(
            tenant,
            """
            select a.source || ' ' || e.period_start || ' ' || e.period_end || ' '
              || trim_scale(e.converted_quantity) || ' ' || trim_scale(e.kg_co2e) as text
            from emission e join activity a using (activity_id)
            where e.superseded_at is null and e.method <> 'market-based' order by 1""")
        .stream()
        .map(row -> (String) row.get("text"))
        .toList();
  }

  private String report(int year) {
    tenants.putPlan(
        tenant,
        "plan-" + year,
        "esrs-2023",
        LocalDate.of(year, 1, 1),
        LocalDate.of(year + 1, 1, 1),
        List.of());
    worker.run(tenant, JobRequest.report("plan-" + year, "now"));
    return (String)
        sandbox
            .row(tenant, "select content from report where plan_id = ?", "plan-" + year)
            .get("content");
  }

  /** t CO2e of Scope 2, location-based. */
  private BigDecimal reported(int year) {
    String value =
        report(year)
            .replaceAll(
                "(?s).*\"dataPoint\":\"[^\"]*scope-?2[^\"]*\"[^}]*?\"exact\":([0-9.]+).*", "$1");
    return new BigDecimal(value);
  }

  /** The last month that is over everywhere. */
  private static LocalDate lastMonth() {
    return LocalDate.now(ZoneOffset.ofHours(-12)).withDayOfMonth(1).minusMonths(1);
  }

  private static String bill(LocalDate month, int perDay) {
    int days = month.lengthOfMonth();
    return "E1,M7,Works,electricity,%d,kWh,%s,%s,DE,%s"
        .formatted(perDay * days, month, month.plusDays(days - 1), month);
  }

  private List<String> accrued() {
    return sandbox
        .rows(
            tenant,
            """
            select (period_start at time zone 'Europe/Berlin')::date || ' ' || trim_scale(quantity) as a
            from activity where source = 'accrual' and superseded_at is null order by 1""")
        .stream()
        .map(row -> (String) row.get("a"))
        .toList();
  }

  private ValidatableResponse openMeters() {
    return authorised().get("/api/v1/tenants/" + tenant + "/accruals/open-meters").then();
  }

  private RequestSpecification authorised() {
    return login.admin().contentType("application/json");
  }
}

package com.offgridflow.calendar.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import com.offgridflow.console.wiring.TestLogin;
import com.offgridflow.job.JobRequest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Meters whose last bill is some time ago. */
@QuarkusTest
class OpenMetersTest extends MeteredBills {
  private static final String METER = "electricity//Works/meter M7";

  @Inject TestLogin login;

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

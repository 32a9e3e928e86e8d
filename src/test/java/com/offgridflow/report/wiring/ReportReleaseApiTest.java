package com.offgridflow.report.wiring;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.offgridflow.console.wiring.TestLogin;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a reader of the report API gets who asks for what there is not. */
@QuarkusTest
class ReportReleaseApiTest {
  @Inject BilledReports.Of tenants;
  @Inject TestLogin login;

  @Test
  void shouldNameWhatThereIsWhereARenderingOrReleaseIsNot() {
    BilledReports bills = reported();
    String report = "/reports/" + bills.reportId("first");

    get(bills.tenant(), report + "/as/esrs-2026/docx")
        .statusCode(404)
        .contentType("application/problem+json")
        .body("detail", containsString("xlsx"));
    get(bills.tenant(), report + "/as/vsme-2025/pdf")
        .statusCode(404)
        .body("detail", containsString("esrs-2026"));
    get(bills.tenant(), report + "/values/E1-6.nothing/emissions")
        .statusCode(404)
        .body(containsString("E1-6.scope-2-location"));
  }

  @Test
  void shouldWriteAReportForAnotherReleaseInEveryForm() {
    BilledReports bills = reported();
    for (String form : new String[] {"xbrl", "ixbrl", "pdf", "csv", "json", "xlsx"}) {
      get(bills.tenant(), "/reports/" + bills.reportId("first") + "/as/esrs-2026/" + form)
          .statusCode(200)
          .header("Content-Disposition", containsString("esrs-2026"));
    }
  }

  /** One that another tenant has is as unknown as one that nobody has. */
  @Test
  void shouldKnowNoReportOfAnotherTenant() {
    String report = reported().reportId("first");
    String other = tenants.ofNewTenant().tenant();
    for (String id : new String[] {report, UUID.randomUUID().toString()}) {
      for (String path : new String[] {"", "/verify", "/facts/f-E1-6.scope-1", "/as/esrs-2026"}) {
        get(other, "/reports/" + id + path).statusCode(404);
      }
    }
    get(other, "/reports/no-uuid").statusCode(404);
    get(other, "/reports").statusCode(200).body("size()", equalTo(0));
  }

  private BilledReports reported() {
    BilledReports bills = tenants.ofNewTenant();
    bills.take("first", "1000");
    bills.report("first");
    return bills;
  }

  private ValidatableResponse get(String tenant, String path) {
    return given()
        .cookie("hub_console", login.token("admin"))
        .get("/api/v1/tenants/" + tenant + path)
        .then();
  }
}

package com.offgridflow.emission.wiring;

import static com.offgridflow.intake.wiring.Records.electricity;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.offgridflow.console.wiring.TestLogin;
import com.offgridflow.intake.wiring.TestIntake;
import com.offgridflow.job.JobRequest;
import com.offgridflow.job.wiring.TestWorker;
import com.offgridflow.wiring.Sandbox;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class InstrumentApiTest {
  private static final String HEADER =
      "id,type,carrier,volume,use_from,use_to,market,technology,rate,facility,retired_on\n";
  private static final String GO =
      "go,certificate,electricity,600,2024-01-01,2025-01-01,DE,wind,0,,2025-01-10\n";

  @Inject TestIntake intake;
  @Inject Sandbox sandbox;
  @Inject TestWorker worker;
  @Inject TestLogin login;
  private String tenant;

  @BeforeEach
  void begin() {
    tenant = sandbox.tenant();
  }

  @Test
  void shouldLoadRowsThatAreRightAndNameTheOthers() {
    post(HEADER + GO + GO.replace("go,", "go-2,").replace("wind", "fusion"))
        .statusCode(200)
        .body("rows", equalTo(2))
        .body("changed", equalTo(1))
        .body("rejected.field", contains("row 2, technology"))
        .body("rejected.value", contains("fusion"))
        .body("rejected[0].message", containsString("should be one of [solar, wind,"));
  }

  @Test
  void shouldChangeNothingWhenTheSameIsLoadedAgain() {
    post(HEADER + GO);

    post(HEADER + GO).body("changed", equalTo(0)).body("unchanged", equalTo(1));
    post(HEADER + GO.replace("600", "600.0")).body("changed", equalTo(0));
  }

  @Test
  void shouldRefuseATableOfWhichNoRowIsRight() {
    post(HEADER + GO.replace("600", "many"))
        .statusCode(400)
        .contentType("application/problem+json")
        .body("detail", equalTo("no row is an instrument"))
        .body("errors.field", contains("row 1, volume"));
  }

  @Test
  void shouldRefuseATableThatLacksAColumn() {
    post("id,type\ngo,certificate\n")
        .statusCode(400)
        .contentType("application/problem+json")
        .body("detail", containsString("lacks column 'carrier'"));
  }

  @Test
  void shouldRejectTheSecondRowOfOneId() {
    post(HEADER + GO + GO.replace("600", "700"))
        .body("changed", equalTo(1))
        .body("rejected[0].message", containsString("stands in api, row 1 already"));
  }

  @Test
  void shouldListWhatIsAllocatedAndWhatRemains() {
    take("100");
    post(HEADER + GO);
    worker.drain();

    login
        .admin()
        .get("/api/v1/tenants/{tenant}/instruments", tenant)
        .then()
        .statusCode(200)
        .body("id", contains("go"))
        .body("[0].allocated_kwh", equalTo(100))
        .body("[0].remaining_kwh", equalTo(500))
        .body("[0].withheld", empty())
        .body("[0].market", contains("DE"));
  }

  @Test
  void shouldListWhyAnInstrumentIsWithheld() {
    take("100");
    post(HEADER + GO.replace("wind", "coal"));
    worker.drain();

    login
        .admin()
        .get("/api/v1/tenants/{tenant}/instruments", tenant)
        .then()
        .body("[0].allocated_kwh", equalTo(0))
        .body("[0].withheld", hasSize(1))
        .body("[0].withheld[0].field", equalTo("rate"))
        .body("[0].withheld[0].message", containsString("contradicts technology 'coal'"));
  }

  @Test
  void shouldWithdrawAnInstrumentOnce() {
    post(HEADER + GO);
    String path = "/api/v1/tenants/{tenant}/instruments/go";

    login.admin().delete(path, tenant).then().statusCode(204);
    login.admin().delete(path, tenant).then().statusCode(404).body("status", equalTo(404));
  }

  @Test
  void shouldRefuseAYearThatIsNone() {
    login
        .admin()
        .post("/api/v1/tenants/{tenant}/instruments/allocations?year=24", tenant)
        .then()
        .statusCode(400)
        .body(
            "detail",
            equalTo("year '24' should be a calendar year from 1990 to 2100, such as 2024"));
  }

  private ValidatableResponse post(String csv) {
    return login
        .admin()
        .contentType("text/csv")
        .body(csv)
        .post("/api/v1/tenants/{tenant}/instruments", tenant)
        .then();
  }

  private void take(String kwh) {
    intake.take(tenant, "bills", "one", "one", List.of(electricity("a", kwh)));
    worker.run(tenant, JobRequest.estimate("one"));
  }
}

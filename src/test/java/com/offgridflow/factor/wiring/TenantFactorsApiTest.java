package com.offgridflow.factor.wiring;

import static com.offgridflow.factor.wiring.FactorTables.grid;
import static com.offgridflow.factor.wiring.FactorTables.of;
import static com.offgridflow.factor.wiring.FactorTables.row;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A tenant's own factors, and who may see and change them. */
@QuarkusTest
class TenantFactorsApiTest extends ProposedFactors {
  @Test
  void shouldKeepOneTenantsFactorsFromTheOthers() {
    int id = approve(of(grid("de", "DE", "0.45")));
    String owner = tenant;
    tenant = sandbox.tenant();

    find("?q=acme").body("items", empty());
    edition(id).statusCode(404).body("detail", containsString("has no factor edition " + id));
    changes(id, "").statusCode(404);
    decide(id, "refuse").statusCode(415);
    decide(id, "approve").statusCode(404);
    for (String table : List.of("factor", "factor_edition", "factor_edition_row")) {
      assertThat(
              sandbox.count(
                  tenant, "select count(*) from " + table + " where tenant_id = ?", owner))
          .as(table)
          .isZero();
    }
    assertThat(sandbox.count(tenant, "select count(*) from factor_change")).isZero();
    assertThat(sandbox.count(tenant, "select count(*) from factor_edition")).isPositive();
  }

  @Test
  void shouldKeepTwoTablesOfTheSameRowsApart() {
    String rows = of(grid("de", "DE", "0.45"));
    int own = approve(rows);
    int other = propose("other", rows).statusCode(201).extract().path("id");
    decide(other, "approve").statusCode(200);

    find("?q=acme").body("items.id", contains("de@" + own, "de@" + other));
  }

  @Test
  void shouldKeepResidualMixesAndSuppliersRates() {
    approve(
        of(
            row("mix:de", "grid.residual-mix", "DE", "0.72"),
            row("rate:acme", "grid.supplier-rate", "acme power", "0.01")));

    find("?kind=grid.residual-mix&place=DE").body("items[0].value", equalTo(0.72f));
    find("?kind=grid.supplier-rate&place=acme power").body("items[0].value", equalTo(0.01f));
    find("?kind=grid.residual-mix&place=FR")
        .statusCode(400)
        .body("errors[0].message", equalTo("is of no factor; the nearest are DE"));
  }

  @Test
  void shouldSayThatThereIsNoSuchTenantOrTable() {
    tenant = "nobody";
    find("").statusCode(404).body("detail", equalTo("there is no tenant 'nobody'"));
    propose(of(grid("de", "DE", "1"))).statusCode(404);
    tenant = "*";
    propose(of(grid("de", "DE", "1"))).statusCode(404);
    tenant = sandbox.tenant();
    propose("My Table", of(grid("de", "DE", "1")))
        .statusCode(400)
        .body("errors[0].value", equalTo("My Table"));
  }

  @Test
  void shouldLetOnlyAdministratorsIn() {
    given().get("/api/v1/factors").then().statusCode(401);
    given()
        .cookie("hub_console", login.token("viewer"))
        .post(path("factor-editions/1/approve"))
        .then()
        .statusCode(403);
  }
}

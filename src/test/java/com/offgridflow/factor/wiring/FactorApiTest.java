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
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import com.offgridflow.console.wiring.TestLogin;
import com.offgridflow.wiring.Sandbox;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FactorApiTest {
  @Inject Sandbox sandbox;
  @Inject TestLogin login;
  private String tenant;

  @BeforeEach
  void begin() {
    tenant = sandbox.tenant();
  }

  @Test
  void shouldProposeATableAndFindItsFactorsOnlyWhenItIsApproved() {
    int id = propose(of(grid("own:de", "DE", "0.3"))).statusCode(201).extract().path("id");
    find("?q=own:de").body("items", empty());

    decide(id, "approve").statusCode(200).body("state", equalTo("approved"));

    find("?q=own:de")
        .body("items", hasSize(1))
        .body("items[0].id", equalTo("own:de@" + id))
        .body("items[0].value", equalTo(0.3f))
        .body("items[0].owner", equalTo(tenant))
        .body("items[0].source.publisher", equalTo("Acme"))
        .body("items[0].source.table", equalTo("Sheet 1"))
        .body("items[0].source.row", equalTo("own:de"))
        .body("items[0].source.licence", equalTo("own"))
        .body("items[0].edition.id", equalTo(id))
        .body("items[0].edition.approved_at", notNullValue())
        .body("items[0].learnt_at", notNullValue());
    edition(id).body("edition.decided_by", equalTo("test"));
  }

  @Test
  void shouldTellAllProblemsOfATableAndNeverPutItInForce() {
    String bad = of(grid("a", "UK", "0.3"), grid("b", "DE", "0,3".replace(',', ';')));

    propose(bad)
        .statusCode(422)
        .contentType("application/problem+json")
        .body("errors", hasSize(2))
        .body("errors[0].field", equalTo("row 1, column place"))
        .body("errors[0].value", equalTo("UK"))
        .body("errors[0].message", containsString("GB"))
        .body("errors[1].field", equalTo("row 2, column value"))
        .body("errors[1].value", equalTo("0;3"))
        .body("errors[1].message", equalTo("should be a decimal number such as 0.45"));

    int id = editions().extract().path("[0].id");
    edition(id)
        .body("edition.state", equalTo("refused"))
        .body("edition.decided_by", equalTo("validation"))
        .body("problems", hasSize(2))
        .body("problems[0].row", equalTo(1));
    decide(id, "approve")
        .statusCode(409)
        .body("detail", containsString("refused by validation (2 problems"));
    propose(bad).statusCode(422).body("errors", hasSize(2));
    editions().body("", hasSize(1));
  }

  /** 0.36 / 0.45 = 0.8, by hand. */
  @Test
  void shouldTellWhatTheNextEditionChangesLineByLine() {
    approve(of(grid("de", "DE", "0.45"), grid("fr", "FR", "0.05"), grid("pl", "PL", "0.7")));

    int id =
        propose(of(grid("de", "DE", "0.36"), grid("pl", "PL", "0.7"), grid("se", "SE", "0.02")))
            .statusCode(201)
            .body("added", equalTo(1))
            .body("removed", equalTo(1))
            .body("changed", equalTo(1))
            .body("unchanged", equalTo(1))
            .extract()
            .path("id");

    changes(id, "")
        .body("change", contains("changed", "removed", "added"))
        .body("[0].place", equalTo("DE"))
        .body("[0].differences", hasSize(1))
        .body("[0].differences[0].field", equalTo("value"))
        .body("[0].differences[0].before", equalTo("0.45"))
        .body("[0].differences[0].after", equalTo("0.36"))
        .body("[0].differences[0].ratio", equalTo(0.8f))
        .body("[1].before", startsWith("fr@"))
        .body("[1].after", nullValue())
        .body("[2].after", equalTo("se@" + id));
    changes(id, "?change=added").body("", hasSize(1));
    changes(id, "?after=0&limit=1").body("change", contains("removed"));
    changes(id, "?change=altered")
        .statusCode(400)
        .body("errors[0].message", equalTo("should be one of added, removed, changed"));
  }

  @Test
  void shouldKeepAFactorThatTheNextEditionLeavesAsItIs() {
    int first = approve(of(grid("de", "DE", "0.45"), grid("pl", "PL", "0.7")));
    int second = approve(of(grid("de", "DE", "0.36"), grid("pl", "PL", "0.7")));

    find("?kind=grid.location&q=acme").body("items.id", contains("de@" + second, "pl@" + first));
    edition(first).body("edition.replaced_by", equalTo(second));
  }

  @Test
  void shouldTellWhatWasKnownAtAnInstant() {
    int first = approve(of(grid("de", "DE", "0.45")));
    String then = edition(first).extract().path("edition.decided_at");
    approve(of(grid("de", "DE", "0.36")));

    find("?q=acme").body("items.value", contains(0.36f));
    find("?q=acme&as-known-at=" + then).body("items.value", contains(0.45f));
    find("?as-known-at=2001-01-01T00:00:00Z")
        .statusCode(400)
        .body(
            "errors[0].message", startsWith("should be later: the first edition was approved at"));
  }

  @Test
  void shouldTakeTheSameBytesForTheSameEdition() {
    String table = of(grid("de", "DE", "0.45"));
    int id = propose(table).statusCode(201).extract().path("id");

    propose(table).statusCode(200).body("id", equalTo(id));
    decide(id, "approve").statusCode(200);
    decide(id, "approve").statusCode(200);
    propose(table).statusCode(200).body("state", equalTo("approved"));

    assertThat(sandbox.count(tenant, "select count(*) from factor where tenant_id <> '*'"))
        .isEqualTo(1);
  }

  @Test
  void shouldMakeOneEditionOfSimultaneousProposals() throws Exception {
    String table = of(grid("de", "DE", "0.45"));
    ExecutorService threads = Executors.newFixedThreadPool(6);
    Callable<Integer> proposal = () -> propose(table).extract().statusCode();

    List<Integer> answers = new java.util.ArrayList<>();
    for (Future<Integer> f : threads.invokeAll(java.util.Collections.nCopies(6, proposal))) {
      answers.add(f.get());
    }
    threads.shutdown();

    assertThat(answers).containsOnlyOnce(201).contains(200);
    editions().body("", hasSize(1));
  }

  @Test
  void shouldRefuseAnEditionForAReason() {
    int id = propose(of(grid("de", "DE", "45"))).extract().path("id");

    login.admin()
        .contentType("application/json")
        .body("{}")
        .post(path("factor-editions/" + id + "/refuse"))
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("reason"));
    refuse(id, "grams, not kilograms").statusCode(200).body("state", equalTo("refused"));

    decide(id, "approve")
        .statusCode(409)
        .body("detail", containsString("refused by test (grams, not kilograms)"));
    propose(of(grid("de", "DE", "45"))).statusCode(200).body("state", equalTo("refused"));
  }

  @Test
  void shouldNotApproveChangesThatAreToldAgainstWhatIsNoLongerInForce() {
    int first = propose(of(grid("de", "DE", "0.45"))).extract().path("id");
    int second = propose(of(grid("de", "DE", "0.36"))).extract().path("id");
    decide(first, "approve").statusCode(200);

    decide(second, "approve")
        .statusCode(409)
        .body(
            "detail",
            containsString("told against no edition, but edition " + first + " is in force now"));
    decide(second, "compare").statusCode(200).body("changed", equalTo(1));
    decide(second, "approve").statusCode(200);
  }

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
  void shouldSearchShippedFactorsPageByPage() {
    String kind = "?kind=stationary-combustion&limit=2";
    ValidatableResponse first = shared(kind).statusCode(200).body("items", hasSize(2));
    String cursor = first.extract().path("next_cursor");
    List<String> ids = first.extract().path("items.id");

    List<String> next = shared(kind + "&cursor=" + cursor).extract().path("items.id");

    assertThat(next).hasSize(2).doesNotContainAnyElementsOf(ids);
    // EPA GHG Emission Factors Hub 2024, table 1: 53.06 kg CO2 per mmBtu of natural gas
    shared("?kind=stationary-combustion&subject=natural-gas&place=world&q=mmbtu")
        .body("items[0].gases.CO2", equalTo(53.06f))
        .body("items[0].owner", equalTo("*"))
        .body("items[0].source.publisher", equalTo("US EPA"));
  }

  @Test
  void shouldFindOnlyWhatIsValidOnTheDay() {
    shared("?kind=grid.location&q=google&day=2022-06-30&limit=500")
        .body("items.valid_from.findAll { it > '2022-06-30' }", empty())
        .body("items.valid_to.findAll { it != null && it <= '2022-06-30' }", empty());
  }

  @Test
  void shouldNameTheNearestKindSubjectAndPlace() {
    shared("?kind=grid.locaton")
        .statusCode(400)
        .contentType("application/problem+json")
        .body("errors[0].field", equalTo("kind"))
        .body("errors[0].value", equalTo("grid.locaton"))
        .body("errors[0].message", equalTo("is of no factor; the nearest are grid.location"));
    shared("?kind=stationary-combustion&subject=natural-gaz&place=wrld")
        .body("errors.field", contains("subject", "place"))
        .body("errors[0].message", containsString("natural-gas"))
        .body("errors[1].message", containsString("world"));
  }

  @Test
  void shouldNameEveryParameterThatDoesNotWork() {
    shared("?knd=x&day=31.1.2024&limit=9000&as-known-at=yesterday&cursor=~")
        .statusCode(400)
        .body("errors.field", hasItem("knd"))
        .body("errors.find { it.field == 'knd' }.message", containsString("kind"))
        .body("errors.find { it.field == 'day' }.value", equalTo("31.1.2024"))
        .body(
            "errors.find { it.field == 'day' }.message",
            equalTo("should be a date such as 2024-01-31"))
        .body("errors.find { it.field == 'limit' }.message", equalTo("should be 1 to 500"))
        .body("errors.find { it.field == 'as-known-at' }.value", equalTo("yesterday"))
        .body("errors.field", hasItem("cursor"));
  }

  @Test
  void shouldTakeSearchWordsAsTheyAre() {
    shared("?q=100%25 _").statusCode(200).body("items", empty());
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

  private int approve(String table) {
    int id = propose(table).statusCode(201).extract().path("id");
    decide(id, "approve").statusCode(200);
    return id;
  }

  private ValidatableResponse propose(String table) {
    return propose("own", table);
  }

  private ValidatableResponse propose(String name, String table) {
    return login.admin()
        .contentType("text/csv")
        .queryParam("table", name)
        .body(table.getBytes(java.nio.charset.StandardCharsets.UTF_8))
        .post(path("factors"))
        .then();
  }

  private ValidatableResponse decide(int id, String decision) {
    return login.admin().post(path("factor-editions/" + id + "/" + decision)).then();
  }

  private ValidatableResponse refuse(int id, String reason) {
    return login.admin()
        .contentType("application/json")
        .body("{\"reason\": \"" + reason + "\"}")
        .post(path("factor-editions/" + id + "/refuse"))
        .then();
  }

  private ValidatableResponse editions() {
    return login.admin().get(path("factor-editions")).then().statusCode(200);
  }

  private ValidatableResponse edition(int id) {
    return login.admin().get(path("factor-editions/" + id)).then();
  }

  private ValidatableResponse changes(int id, String query) {
    return login.admin().get(path("factor-editions/" + id + "/changes" + query)).then();
  }

  private ValidatableResponse find(String query) {
    return login.admin().get(path("factors" + query)).then();
  }

  private ValidatableResponse shared(String query) {
    return login.admin().get("/api/v1/factors" + query).then();
  }

  private String path(String below) {
    return "/api/v1/tenants/" + tenant + "/" + below;
  }
}

package com.offgridflow.factor.wiring;

import static com.offgridflow.factor.wiring.FactorTables.grid;
import static com.offgridflow.factor.wiring.FactorTables.of;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Tables of factors on their way into force. */
@QuarkusTest
class FactorEditionApiTest extends ProposedFactors {
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

    login
        .admin()
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

  private ValidatableResponse refuse(int id, String reason) {
    return login
        .admin()
        .contentType("application/json")
        .body("{\"reason\": \"" + reason + "\"}")
        .post(path("factor-editions/" + id + "/refuse"))
        .then();
  }

  private ValidatableResponse editions() {
    return login.admin().get(path("factor-editions")).then().statusCode(200);
  }
}

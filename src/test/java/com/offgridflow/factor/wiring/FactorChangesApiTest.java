package com.offgridflow.factor.wiring;

import static com.offgridflow.factor.wiring.FactorTables.grid;
import static com.offgridflow.factor.wiring.FactorTables.of;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** What an edition changes, and what was known before it. */
@QuarkusTest
class FactorChangesApiTest extends ProposedFactors {
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
}

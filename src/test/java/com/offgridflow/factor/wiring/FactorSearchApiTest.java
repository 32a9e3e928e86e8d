package com.offgridflow.factor.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The search among the shipped factors. */
@QuarkusTest
class FactorSearchApiTest extends ProposedFactors {
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

  private ValidatableResponse shared(String query) {
    return login.admin().get("/api/v1/factors" + query).then();
  }
}

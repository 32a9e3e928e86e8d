package com.offgridflow.rate.wiring;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.offgridflow.console.wiring.TestLogin;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** Rates are everybody's, so that each test has a month of its own. */
@QuarkusTest
class RateApiTest {
  private static final String RATES = "/api/v1/rates";

  @Inject TestLogin login;

  /** By hand: 0.86 GBP for one euro over 1.25 USD for one euro are 0.688 GBP for one USD. */
  @Test
  void shouldTakeInTheEcbsFileAndLookACrossRateUp() {
    send("text/csv", "Date,USD,GBP,\n2000-01-03,1.25,0.86,\n")
        .statusCode(200)
        .body("rows", equalTo(2))
        .body("changed", equalTo(2));

    find("from=USD&to=GBP&day=2000-01-03")
        .statusCode(200)
        .body("rate.toDouble()", closeTo(0.688, 1e-12))
        .body("why", containsString("USD 1.25 per EUR, ECB reference rate of 2000-01-03"));
  }

  /** By hand: 2000-02-05 is a Saturday, of which the Friday before has the rate. */
  @Test
  void shouldSayWhichDaysRateStandsInForADayWithoutOne() {
    send("text/csv", "Date,USD,\n2000-02-04,1.5,\n").statusCode(200);

    find("from=EUR&to=USD&day=2000-02-05")
        .body("rate.toDouble()", equalTo(1.5))
        .body("why", containsString("2000-02-04, the last one before 2000-02-05"));
  }

  @Test
  void shouldTakeInJsonAndCountOnlyWhatHasChanged() {
    send("application/json", json("2000-03-01", "1.25")).body("changed", equalTo(1));
    send("application/json", json("2000-03-01", "1.25")).body("changed", equalTo(0));
    send("application/json", json("2000-03-01", "1.26")).body("changed", equalTo(1));

    find("from=EUR&to=USD&day=2000-03-01").body("rate.toDouble()", equalTo(1.26));
    login
        .admin()
        .get(RATES + "/imports")
        .then()
        .statusCode(200)
        .body("imported_by", hasItem("test"));
    login.admin().get(RATES + "/currencies").then().body("currency", hasItem("USD"));
  }

  @Test
  void shouldTakeNothingOfWhatHasAFault() {
    send("text/csv", "Date,USD,\n2000-04-04,1.25,\n2000-04-03,x,\n")
        .statusCode(400)
        .contentType("application/problem+json")
        .body("errors[0].message", containsString("eurofxref.csv line 3: USD 'x'"));
    send("application/json", json("2999-01-01", "1.25"))
        .statusCode(400)
        .body("errors[0].message", containsString("USD on 2999-01-01 should be of today"));

    find("from=EUR&to=USD&day=2000-04-04")
        .statusCode(404)
        .body("detail", containsString("no exchange rate of USD on 2000-04-04; loaded are"));
  }

  @Test
  void shouldNameEachParameterThatCannotBeRead() {
    find("from=US&day=4.4.2000&end=x")
        .statusCode(400)
        .body("errors.field", equalTo(java.util.List.of("from", "to", "day", "end")));
    find("from=EUR&to=USD&day=2000-04-04&end=2000-04-04")
        .statusCode(400)
        .body("errors[0].message", equalTo("should be after day 2000-04-04"));
  }

  @Test
  void shouldLetOnlyAdministratorsBringRatesIn() {
    given().contentType("text/csv").body("Date,USD,\n").post(RATES).then().statusCode(401);
    given()
        .cookie("hub_console", login.token("viewer"))
        .contentType("text/csv")
        .body("Date,USD,\n2000-05-02,9,\n")
        .post(RATES)
        .then()
        .statusCode(403);

    find("from=EUR&to=USD&day=2000-05-02").statusCode(404);
  }

  private ValidatableResponse send(String type, String body) {
    return login.admin().contentType(type).body(body).post(RATES).then();
  }

  private ValidatableResponse find(String query) {
    return login.admin().get(RATES + "?" + query).then();
  }

  private static String json(String day, String rate) {
    return "[{\"currency\": \"USD\", \"day\": \"%s\", \"per_euro\": \"%s\"}]".formatted(day, rate);
  }
}

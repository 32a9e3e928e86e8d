package com.offgridflow.console.wiring;

import static io.restassured.RestAssured.given;

import com.offgridflow.console.ConsoleUser;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import org.apache.camel.CamelContext;

/** Requests to the console, with a session and without. */
abstract class ConsoleRequests {
  static final String COOKIE = "hub_console";

  @Inject ConsoleLogins logins;
  @Inject CamelContext camel;

  String session() {
    return logins.begin(new ConsoleUser("ann", ConsoleUser.ADMIN, "$2y$05$unused"));
  }

  static ValidatableResponse jmx(String token, Map<String, Object> request) {
    return given()
        .cookie(COOKIE, token)
        .header("Origin", origin())
        .contentType("application/json")
        .body(request)
        .post("/hawtio/jolokia")
        .then();
  }

  static String origin() {
    return "http://localhost:" + RestAssured.port;
  }
}

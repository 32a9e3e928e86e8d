package com.offgridflow.console.wiring;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(ConsoleProfile.class)
class ConsolePagesTest extends ConsoleRequests {
  @ParameterizedTest
  @ValueSource(strings = {"/hawtio", "/hawtio/", "/hawtio/login", "/hawtio/camel/routes"})
  void shouldServePagesUnderTheirAddresses(String address) {
    given()
        .get(address)
        .then()
        .statusCode(200)
        .header("X-Frame-Options", "DENY")
        .body(containsString("<base href=\"/hawtio/\">"));
  }

  @Test
  void shouldServeOwnBranding() {
    given().get("/hawtio/hawtconfig.json").then().body(containsString("OffGridFlow Hub"));
  }

  @Test
  void shouldNotInventFiles() {
    given().get("/hawtio/static/none.js").then().statusCode(404);
  }
}

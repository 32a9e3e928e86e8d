package com.offgridflow.console.wiring;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import com.offgridflow.console.ConsoleUser;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who may send requests to JMX, and how requests may be written. */
@QuarkusTest
@TestProfile(ConsoleProfile.class)
class ConsoleProxyTest extends ConsoleRequests {
  @Test
  void shouldRefuseAnonymousJmx() {
    given().get("/hawtio/jolokia").then().statusCode(401);
    jmx("none", Map.of("type", "version")).statusCode(401);
  }

  @Test
  void shouldRefuseWrongRoleAtJmx() {
    String token = logins.begin(new ConsoleUser("vic", "viewer", "$2y$05$unused"));

    jmx(token, Map.of("type", "version")).statusCode(403).body(containsString("viewer"));
  }

  @Test
  void shouldRefuseOperationsByGet() {
    given()
        .cookie(COOKIE, session())
        .get("/hawtio/jolokia/exec/java.lang:type=Memory/gc")
        .then()
        .statusCode(405);
  }

  @Test
  void shouldRefuseJmxFromAnotherSite() {
    given()
        .cookie(COOKIE, session())
        .header("Origin", "http://localhost:1")
        .body("{\"type\":\"version\"}")
        .post("/hawtio/jolokia")
        .then()
        .statusCode(403);
  }

  @Test
  void shouldAnswerBatches() {
    given()
        .cookie(COOKIE, session())
        .header("Origin", origin())
        .body(
            "[{\"type\":\"version\"},{\"type\":\"exec\",\"mbean\":\"a:type=b\",\"operation\":\"c\"}]")
        .post("/hawtio/jolokia")
        .then()
        .body("[0].status", equalTo(200))
        .body("[1].status", equalTo(403));
  }

  @Test
  void shouldAnswerBrokenJsonAsJson() {
    given()
        .cookie(COOKIE, session())
        .header("Origin", origin())
        .body("{broken")
        .post("/hawtio/jolokia")
        .then()
        .statusCode(400)
        .body("message", containsString("1:2"))
        .body(not(containsString("at org.")));
  }
}

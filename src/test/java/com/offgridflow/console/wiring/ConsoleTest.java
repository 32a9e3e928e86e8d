package com.offgridflow.console.wiring;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import com.offgridflow.console.ConsoleUser;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.File;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(ConsoleProfile.class)
class ConsoleTest {
  private static final String COOKIE = "hub_console";

  @Inject ConsoleLogins logins;
  @Inject CamelContext camel;

  @Test
  void shouldRefuseAnonymousJmx() {
    given().get("/hawtio/jolokia").then().statusCode(401);
    jmx("none", Map.of("type", "version")).statusCode(401);
  }

  @Test
  void shouldTellAnonymousThatNobodyIsLoggedIn() {
    given().get("/hawtio/user").then().statusCode(403);
  }

  @Test
  void shouldRefuseWrongPassword() {
    login("ann", "wrong", origin()).then().statusCode(403).body(containsString("wrong"));
  }

  @Test
  void shouldAcceptHashOfHtpasswd() {
    Response response = login("ann", ConsoleProfile.PASSWORD, origin());

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.header("Set-Cookie"))
        .containsIgnoringCase("; HttpOnly")
        .contains("; SameSite=Strict", "; Path=/")
        .doesNotContain("Secure");
  }

  @Test
  void shouldTellUserAfterLogin() {
    given().cookie(COOKIE, session()).get("/hawtio/user").then().body(equalTo("\"ann\""));
  }

  @Test
  void shouldMarkCookieSecureWhenPageCameOverHttps() {
    String https = "https://localhost:" + RestAssured.port;

    assertThat(login("ann", ConsoleProfile.PASSWORD, https).header("Set-Cookie"))
        .contains("Secure");
  }

  @Test
  void shouldRefuseLoginFromAnotherSite() {
    login("ann", ConsoleProfile.PASSWORD, "https://evil.example").then().statusCode(403);
  }

  @Test
  void shouldRefuseLoginThatIsNotJson() {
    given().header("Origin", origin()).body("x").post("/hawtio/auth/login").then().statusCode(400);
  }

  @Test
  void shouldRefuseWrongRoleAtLogin() {
    login("vic", ConsoleProfile.PASSWORD, origin()).then().statusCode(403);
  }

  @Test
  void shouldRefuseWrongRoleAtJmx() {
    String token = logins.begin(new ConsoleUser("vic", "viewer", "$2y$05$unused"));

    jmx(token, Map.of("type", "version")).statusCode(403).body(containsString("viewer"));
  }

  @Test
  void shouldThrottleLogins() {
    String unknown = UUID.randomUUID().toString();
    for (int i = 0; i < 5; i++) {
      login(unknown, "wrong", origin()).then().statusCode(403);
    }

    login(unknown, "wrong", origin()).then().statusCode(429).header("Retry-After", notNullValue());
  }

  @Test
  void shouldListRoutesWithCounters() {
    String token = session();
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(
            () ->
                // the timer of the sample fires three times
                read(token, "console-sample", "ExchangesTotal").body("value", equalTo(3)));
  }

  @Test
  void shouldStopAndStartRoute() {
    String token = session();

    exec(token, route("console-sample"), "stop()").body("status", equalTo(200));
    read(token, "console-sample", "State").body("value", equalTo("Stopped"));
    exec(token, route("console-sample"), "start()").body("status", equalTo(200));
    read(token, "console-sample", "State").body("value", equalTo("Started"));
  }

  @Test
  void shouldSendToFrontDoor() {
    exec(
            session(),
            context(),
            "sendStringBody(java.lang.String, java.lang.String)",
            "direct:console-sample-door",
            "hello")
        .body("status", equalTo(200));
  }

  @Test
  void shouldNotWriteFilesBySending() {
    exec(
            session(),
            context(),
            "sendStringBody(java.lang.String, java.lang.String)",
            "file:target/console?fileName=written-by-console",
            "x")
        .body("status", equalTo(403))
        .body("error", containsString("direct:"));
    assertThat(new File("target/console/written-by-console")).doesNotExist();
  }

  @Test
  void shouldRefuseDangerousOperation() {
    exec(session(), "com.sun.management:type=DiagnosticCommand", "vmSystemProperties()")
        .body("status", equalTo(403))
        .body("value", equalTo(null));
  }

  @Test
  void shouldRefuseToChangeAttributes() {
    jmx(
            session(),
            Map.of(
                "type",
                "write",
                "mbean",
                route("console-sample"),
                "attribute",
                "Tracing",
                "value",
                true))
        .body("status", equalTo(403));
  }

  @Test
  void shouldNotShowSystemProperties() {
    jmx(session(), Map.of("type", "read", "mbean", "java.lang:type=Runtime"))
        .body("value", hasKey("Uptime"))
        .body("value.SystemProperties", containsString("forbidden"));
  }

  @Test
  void shouldListOnlyShownDomains() {
    jmx(session(), Map.of("type", "list"))
        .body("value", hasKey("org.apache.camel"))
        .body("value", not(hasKey("com.sun.management")));
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

  @Test
  void shouldForgetSessionAtLogout() {
    String token = session();

    given()
        .redirects()
        .follow(false)
        .cookie(COOKIE, token)
        .get("/hawtio/auth/logout")
        .then()
        .statusCode(302);

    jmx(token, Map.of("type", "version")).statusCode(401);
  }

  @Test
  void shouldTellTimeLeft() {
    int seconds =
        given()
            .cookie(COOKIE, session())
            .get("/hawtio/auth/config/session-timeout?t=5")
            .path("timeout");

    // 30 min, less the time that this test takes
    assertThat(seconds).isBetween(1700, 1800);
  }

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

  private String session() {
    return logins.begin(new ConsoleUser("ann", ConsoleUser.ADMIN, "$2y$05$unused"));
  }

  private String context() {
    return "org.apache.camel:context=%s,type=context,name=\"%s\""
        .formatted(camel.getManagementName(), camel.getName());
  }

  private String route(String id) {
    return "org.apache.camel:context=%s,type=routes,name=\"%s\""
        .formatted(camel.getManagementName(), id);
  }

  private ValidatableResponse read(String token, String route, String attribute) {
    return jmx(token, Map.of("type", "read", "mbean", route(route), "attribute", attribute));
  }

  private static ValidatableResponse exec(
      String token, String mbean, String operation, Object... arguments) {
    return jmx(
        token,
        Map.of("type", "exec", "mbean", mbean, "operation", operation, "arguments", arguments));
  }

  private static ValidatableResponse jmx(String token, Map<String, Object> request) {
    return given()
        .cookie(COOKIE, token)
        .header("Origin", origin())
        .contentType("application/json")
        .body(request)
        .post("/hawtio/jolokia")
        .then();
  }

  private static Response login(String user, String password, String origin) {
    return given()
        .header("Origin", origin)
        .contentType("application/json")
        .body(Map.of("username", user, "password", password))
        .post("/hawtio/auth/login");
  }

  private static String origin() {
    return "http://localhost:" + RestAssured.port;
  }
}

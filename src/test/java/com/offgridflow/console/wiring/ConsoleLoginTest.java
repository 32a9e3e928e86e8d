package com.offgridflow.console.wiring;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(ConsoleProfile.class)
class ConsoleLoginTest extends ConsoleRequests {
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
  void shouldThrottleLogins() {
    String unknown = UUID.randomUUID().toString();
    for (int i = 0; i < 5; i++) {
      login(unknown, "wrong", origin()).then().statusCode(403);
    }

    login(unknown, "wrong", origin()).then().statusCode(429).header("Retry-After", notNullValue());
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

  private static Response login(String user, String password, String origin) {
    return given()
        .header("Origin", origin)
        .contentType("application/json")
        .body(Map.of("username", user, "password", password))
        .post("/hawtio/auth/login");
  }
}

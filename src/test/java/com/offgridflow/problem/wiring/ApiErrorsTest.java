package com.offgridflow.problem.wiring;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.blankOrNullString;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import com.offgridflow.console.wiring.TestLogin;
import com.offgridflow.problem.Problem;
import com.offgridflow.wiring.HubTestResource;
import com.offgridflow.wiring.Sandbox;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Whatever part of the server refuses a request below /api, the refusal is a problem of RFC 9457.
 */
@QuarkusTest
@Timeout(60)
@WithTestResource(HubTestResource.class)
class ApiErrorsTest {
  private static final String CONNECTIONS = "/api/v1/tenants/{tenant}/connections";

  @Inject TestLogin login;
  @Inject Sandbox sandbox;

  private static ValidatableResponse problem(Response response, int status) {
    return response
        .then()
        .statusCode(status)
        .contentType(Problem.MEDIA_TYPE)
        .body("status", is(status))
        .body("title", not(blankOrNullString()))
        .body("detail", not(blankOrNullString()));
  }

  @Test
  void shouldSayHowToLogIn() {
    problem(given().get("/api/v1/tenants/any/runs"), 401)
        .body("detail", containsString("HTTP Basic"));
  }

  @Test
  void shouldRefuseAWrongPassword() {
    problem(
        given().auth().preemptive().basic("admin", "wrong").get("/api/v1/tenants/any/runs"), 403);
  }

  /** The refusal comes before the body, which nobody need send. */
  @Test
  void shouldRefuseABodyThatIsTooLarge() throws IOException {
    try (Socket socket = new Socket("localhost", RestAssured.port)) {
      String head = "PUT /api/v1/tenants/any/connections/x HTTP/1.1\r\nHost: localhost\r\n";
      socket.getOutputStream().write((head + "Content-Length: 11000000\r\n\r\n").getBytes());

      socket.setSoTimeout(5000);

      assertThat(answer(socket.getInputStream()))
          .startsWith("HTTP/1.1 413 ")
          .containsIgnoringCase("content-type: application/problem+json")
          .contains("the body has 11000000 bytes; at most 10,485,760 bytes are read");
    }
  }

  /** Up to the end of the one JSON object that it has. */
  private static String answer(InputStream in) throws IOException {
    StringBuilder text = new StringBuilder();
    for (int c = in.read(); c >= 0 && c != '}'; c = in.read()) {
      text.append((char) c);
    }
    return text.toString();
  }

  @Test
  void shouldNotKnowAPathThatIsNone() {
    problem(login.admin().get("/api/v1/nothing"), 404)
        .body("detail", containsString("/api/v1/nothing"));
    problem(login.admin().get("/api"), 404);
    problem(login.admin().get("/api/v2/tenants"), 404);
  }

  @Test
  void shouldNameTheMethodsOfAPath() {
    problem(login.admin().delete(CONNECTIONS, sandbox.tenant()), 405)
        .body("errors[0].value", is("DELETE"));
  }

  @Test
  void shouldRefuseABodyOfAnotherType() {
    problem(
        login.admin().contentType("text/plain").body("x").put(CONNECTIONS + "/x", sandbox.tenant()),
        415);
  }

  @Test
  void shouldRefuseAnIdThatIsNoNumber() {
    problem(
        login.admin().get("/api/v1/tenants/{tenant}/reports/abc/verify", sandbox.tenant()), 404);
    problem(login.admin().get("/api/v1/tenants/{tenant}/runs?limit=many", sandbox.tenant()), 404);
  }
}

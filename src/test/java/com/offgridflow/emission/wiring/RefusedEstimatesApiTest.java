package com.offgridflow.emission.wiring;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RefusedEstimatesApiTest extends AskedEstimates {
  @Test
  void shouldNameFieldValueAndWhatWouldHaveWorked() {
    post(GAS.formatted("\"ten\"", "mmBtu"))
        .statusCode(400)
        .contentType("application/problem+json")
        .body("errors[0].field", equalTo("/quantity"))
        .body("errors[0].value", equalTo("ten"))
        .body("errors[0].message", containsString("1234.56"));
    post(GAS.formatted(1, "mmBtu").replace("natural-gas", "natural-gaz"))
        .statusCode(422)
        .body("type", equalTo("/problems/missing-factor"))
        .body("detail", containsString("natural-gaz"))
        .body("errors[0].message", containsString("epa-hub-2024:t1:natural-gas:mmbtu"));
  }

  @Test
  void shouldSayWhereJsonBreaksOff() {
    post("[{\"kind\": \"electricity\",\n \"quantity\" 1}]")
        .statusCode(400)
        .contentType("application/problem+json")
        .body("errors[0].field", containsString("line 2"));
    post("42").statusCode(400).body("detail", containsString("an activity or an array"));
    post("").statusCode(400);
  }

  @Test
  void shouldSayWhatABodyShouldHaveBeen() {
    post("[".repeat(5000)).statusCode(400).body("detail", containsString("no JSON"));
    csv("").statusCode(400).body("detail", containsString("empty"));
    csv("kind,kind\na,b\n").statusCode(400).body("detail", containsString("duplicate name"));
    csv("kind,unit\na,\"b\nc,d\n").statusCode(400).body("detail", containsString("no CSV"));
  }

  @Test
  void shouldAnswerWhatTheServerItselfRefusesByAProblem() {
    login
        .admin()
        .contentType("application/xml")
        .body("<a/>")
        .post("/api/v1/estimates")
        .then()
        .statusCode(415)
        .contentType("application/problem+json")
        .body("errors[0].field", equalTo("Content-Type"))
        .body("errors[0].value", containsString("application/xml"));
    login
        .admin()
        .get("/api/v1/estimates")
        .then()
        .statusCode(405)
        .contentType("application/problem+json")
        .body("errors[0].value", equalTo("GET"));
  }

  @Test
  void shouldNameTheDetailAtFault() {
    post(GAS.formatted(1, "mmBtu").replace("}", ", \"details\": {\"fuel\": [1]}}"))
        .statusCode(400)
        .body("errors[0].field", equalTo("/details/fuel"));
    post(GAS.formatted(1, "mmBtu").replace("}", ", \"details\": {\"A b\": 1}}"))
        .statusCode(400)
        .body("errors[0].field", equalTo("/details/A b"))
        .body("errors[0].value", equalTo("1"))
        .body("errors[0].message", containsString("small letters"));
  }

  @Test
  void shouldRefuseMoreActivitiesThanFitARequest() {
    String many =
        IntStream.rangeClosed(0, EstimateRequests.MOST)
            .mapToObj(i -> "{}")
            .collect(Collectors.joining(",", "[", "]"));
    post(many).statusCode(413).body("detail", containsString("10000"));
  }

  @Test
  void shouldBeClosedWithoutLogin() {
    given()
        .contentType("application/json")
        .body("[]")
        .post("/api/v1/estimates")
        .then()
        .statusCode(401);
  }
}

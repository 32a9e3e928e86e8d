package com.offgridflow.emission.wiring;

import com.offgridflow.console.wiring.TestLogin;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;

/** Requests for estimates of activities that the hub does not keep. */
abstract class AskedEstimates {
  static final String GAS =
      """
      {"kind": "stationary-combustion", "subject": "natural-gas", "quantity": %s, "unit": "%s",
       "period_start": "2025-09-01T00:00:00Z", "period_end": "2025-10-01T00:00:00Z",
       "country": "US"}""";

  @Inject TestLogin login;

  ValidatableResponse csv(String body) {
    return login
        .admin()
        .contentType("text/csv")
        .body(body.getBytes(StandardCharsets.UTF_8))
        .post("/api/v1/estimates")
        .then();
  }

  ValidatableResponse post(String json) {
    return post(json, "");
  }

  ValidatableResponse post(String json, String query) {
    return login
        .admin()
        .contentType("application/json")
        .body(json)
        .post("/api/v1/estimates" + query)
        .then();
  }
}

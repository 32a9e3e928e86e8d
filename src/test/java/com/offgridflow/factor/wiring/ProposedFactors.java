package com.offgridflow.factor.wiring;

import com.offgridflow.console.wiring.TestLogin;
import com.offgridflow.wiring.Sandbox;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;

/** Tables of factors that a tenant proposes, and what becomes of them. */
abstract class ProposedFactors {
  @Inject Sandbox sandbox;
  @Inject TestLogin login;
  String tenant;

  @BeforeEach
  void begin() {
    tenant = sandbox.tenant();
  }

  int approve(String table) {
    int id = propose(table).statusCode(201).extract().path("id");
    decide(id, "approve").statusCode(200);
    return id;
  }

  ValidatableResponse propose(String table) {
    return propose("own", table);
  }

  ValidatableResponse propose(String name, String table) {
    return login
        .admin()
        .contentType("text/csv")
        .queryParam("table", name)
        .body(table.getBytes(StandardCharsets.UTF_8))
        .post(path("factors"))
        .then();
  }

  ValidatableResponse decide(int id, String decision) {
    return login.admin().post(path("factor-editions/" + id + "/" + decision)).then();
  }

  ValidatableResponse edition(int id) {
    return login.admin().get(path("factor-editions/" + id)).then();
  }

  ValidatableResponse changes(int id, String query) {
    return login.admin().get(path("factor-editions/" + id + "/changes" + query)).then();
  }

  ValidatableResponse find(String query) {
    return login.admin().get(path("factors" + query)).then();
  }

  String path(String below) {
    return "/api/v1/tenants/" + tenant + "/" + below;
  }
}

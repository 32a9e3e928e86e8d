package com.offgridflow.source.wiring;

import com.offgridflow.console.wiring.TestLogin;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;

/** Connections as administrators set them up: by HTTP alone. */
@ApplicationScoped
class ConnectionCalls {
  private final TestLogin login;

  ConnectionCalls(TestLogin login) {
    this.login = login;
  }

  ValidatableResponse put(String tenant, String id, Object body) {
    return request().body(body).put(path(tenant, "/" + id)).then();
  }

  ValidatableResponse get(String tenant, String path) {
    return request().get(path(tenant, path)).then();
  }

  ValidatableResponse post(String tenant, String path) {
    return request().post(path(tenant, path)).then();
  }

  ValidatableResponse delete(String tenant, String id) {
    return request().delete(path(tenant, "/" + id)).then();
  }

  private RequestSpecification request() {
    return login.admin().contentType("application/json");
  }

  private static String path(String tenant, String path) {
    return "/api/v1/tenants/" + tenant + "/connections" + path;
  }

  /** A body for a kind; what is null is left out. */
  static Map<String, Object> body(
      String kind, Map<String, String> settings, Map<String, String> secret) {
    Map<String, Object> body = new HashMap<>();
    body.put("kind", kind);
    body.put("settings", settings);
    if (secret != null) {
      body.put("secret", secret);
    }
    return body;
  }

  static Map<String, Object> with(Map<String, Object> body, String field, Object value) {
    Map<String, Object> changed = new HashMap<>(body);
    changed.put(field, value);
    return changed;
  }
}

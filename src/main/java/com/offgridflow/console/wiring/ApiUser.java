package com.offgridflow.console.wiring;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/** Who sent the request at hand, as the login below {@code /api} found out. */
@ApplicationScoped
public class ApiUser {
  static final String KEY = "hub.user";

  private final CurrentVertxRequest request;

  ApiUser(CurrentVertxRequest request) {
    this.request = request;
  }

  /** The login name. */
  public String name() {
    RoutingContext context = request.getCurrent();
    String name = context == null ? null : context.get(KEY);
    if (name == null) {
      throw new IllegalStateException("only requests below /api have a user");
    }
    return name;
  }
}

package com.offgridflow.console.wiring;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;

/** Who asks: the administrator that {@link ConsoleAccess} has let pass. */
@ApplicationScoped
public class ApiUser {
  /** Key under which a request carries the name. */
  static final String KEY = "hubUser";

  private final CurrentVertxRequest request;

  ApiUser(CurrentVertxRequest request) {
    this.request = request;
  }

  /** The login's name. */
  public String name() {
    String name = request.getCurrent().get(KEY);
    if (name == null) {
      throw new IllegalStateException("nobody has logged in for this request");
    }
    return name;
  }
}

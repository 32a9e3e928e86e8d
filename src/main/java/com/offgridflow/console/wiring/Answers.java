package com.offgridflow.console.wiring;

import com.offgridflow.problem.wiring.HttpProblems;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** The console's answers and the headers that all of them carry. */
final class Answers {
  // Hawtio styles its elements in place, and its editor builds workers from data
  private static final String CONTENT_SECURITY_POLICY =
      "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
          + " font-src 'self' data:; worker-src 'self' blob:; object-src 'none';"
          + " base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

  private Answers() {}

  static void headers(RoutingContext c) {
    c.response()
        .putHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY)
        .putHeader("X-Frame-Options", "DENY")
        .putHeader("X-Content-Type-Options", "nosniff")
        .putHeader("Referrer-Policy", "no-referrer");
    c.next();
  }

  static void json(RoutingContext c, int status, String body) {
    c.response()
        .setStatusCode(status)
        .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
        .end(body);
  }

  /** As Hawtio reads it, or, below /api, as all of the hub's own interfaces tell it. */
  static void fail(RoutingContext c, int status, String message) {
    if (c.request().path().startsWith("/api")) {
      HttpProblems.answer(c, status, message);
    } else {
      json(c, status, new JsonObject().put("message", message).encode());
    }
  }
}

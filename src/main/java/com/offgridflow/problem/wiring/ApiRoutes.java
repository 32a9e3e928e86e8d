package com.offgridflow.problem.wiring;

import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What comes to /api and reaches no resource is refused as resources refuse: with a problem. */
@ApplicationScoped
public class ApiRoutes {
  /** Before the login: who may not send so much need not say who it is. */
  private static final int FIRST = -2000;

  private static final int LAST = Integer.MAX_VALUE;
  private static final String API = "/api/*";

  private final long largest;

  ApiRoutes(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize largest) {
    this.largest = largest.asLongValue();
  }

  void register(@Observes Router router) {
    router.route(API).order(FIRST).handler(this::size);
    router.route(API).order(LAST).handler(ApiRoutes::unknown);
    router.route(API).failureHandler(ApiRoutes::failed);
  }

  private void size(RoutingContext c) {
    String length = c.request().getHeader(HttpHeaders.CONTENT_LENGTH);
    if (length != null && Long.parseLong(length) > largest) {
      c.request().endHandler(end -> c.request().connection().close()).resume();
      c.response().putHeader(HttpHeaders.CONNECTION, "close");
      HttpProblems.answer(
          c, 413, "the body has %s bytes; at most %,d bytes are read".formatted(length, largest));
    } else {
      c.next();
    }
  }

  private static void unknown(RoutingContext c) {
    HttpProblems.answer(c, 404, "there is nothing at " + c.request().path());
  }

  /** Of failures inside nothing is told but that there was one; the log has it. */
  private static void failed(RoutingContext c) {
    int status = c.statusCode() < 400 ? 500 : c.statusCode();
    HttpProblems.answer(c, status, c.request().method() + " " + c.request().path() + " failed");
  }
}

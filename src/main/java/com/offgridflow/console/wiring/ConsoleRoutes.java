package com.offgridflow.console.wiring;

import static com.offgridflow.console.wiring.Answers.fail;
import static com.offgridflow.console.wiring.Answers.json;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * What Hawtio 4 asks of the server that its pages come from. The pages are static files and open to
 * all; whatever tells or does something passes {@link ConsoleAccess}.
 */
@ApplicationScoped
public class ConsoleRoutes {
  private static final int BEFORE_STATIC_FILES = -1000;
  private static final long MAX_BODY_BYTES = 1024 * 1024;

  private final ConsoleAccess access;
  private final Jolokia jolokia;

  ConsoleRoutes(ConsoleAccess access, Jolokia jolokia) {
    this.access = access;
    this.jolokia = jolokia;
  }

  void register(@Observes Router router) {
    router.route("/hawtio*").order(BEFORE_STATIC_FILES).handler(Answers::headers);
    // the same login opens the hub's own interfaces; without it, none is open
    router
        .route("/api/*")
        .order(BEFORE_STATIC_FILES)
        .blockingHandler(access::administratorOfApi, false);
    settings(router);
    logins(router);
    jmx(router);
    pages(router);
  }

  private static void settings(Router router) {
    constant(router, "/hawtio/plugin", "[]");
    constant(router, "/hawtio/keycloak/enabled", "false");
    constant(router, "/hawtio/proxy/enabled", "false");
    constant(router, "/hawtio/preset-connections", "[]");
    constant(router, "/hawtio/auth/config", "{\"method\":\"form\"}");
  }

  private void logins(Router router) {
    router.get("/hawtio/user").handler(access::user);
    router.get("/hawtio/refresh").handler(access::user);
    router.get("/hawtio/auth/config/session-timeout").handler(access::timeLeft);
    router.get("/hawtio/auth/logout").handler(access::logout);
    String login = "/hawtio/auth/login";
    router.post(login).handler(access::sameOrigin);
    router.post(login).handler(body()).blockingHandler(access::login, false);
  }

  private void jmx(Router router) {
    String jmx = "/hawtio/jolokia/?";
    router.route("/hawtio/jolokia*").handler(access::administrator);
    router.getWithRegex(jmx).blockingHandler(c -> json(c, 200, jolokia.version()), false);
    router.postWithRegex(jmx).handler(access::sameOrigin);
    router.postWithRegex(jmx).handler(body()).blockingHandler(this::answer, false);
    // Jolokia would also call operations by GET, which any link could do
    router.route("/hawtio/jolokia*").handler(c -> fail(c, 405, "POST to /hawtio/jolokia"));
  }

  private void answer(RoutingContext c) {
    try {
      json(c, 200, jolokia.answer(c.body().buffer().getBytes()));
    } catch (IllegalArgumentException e) {
      fail(c, 400, e.getMessage());
    }
  }

  /** The console's pages live in the browser: an address that is no file's is index.html. */
  private static void pages(Router router) {
    router.getWithRegex("/hawtio").handler(c -> c.redirect("/hawtio/"));
    router
        .getWithRegex("/hawtio/(?!index\\.html)(?:[^/]+/)*[^/.]+/?")
        .handler(c -> c.reroute("/hawtio/index.html"));
  }

  private static void constant(Router router, String path, String body) {
    router.get(path).handler(c -> json(c, 200, body));
  }

  private static BodyHandler body() {
    return BodyHandler.create(false).setBodyLimit(MAX_BODY_BYTES);
  }
}

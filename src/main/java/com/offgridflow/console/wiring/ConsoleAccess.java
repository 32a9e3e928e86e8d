package com.offgridflow.console.wiring;

import static com.offgridflow.console.wiring.Answers.fail;
import static com.offgridflow.console.wiring.Answers.json;

import com.offgridflow.console.ConsoleUser;
import com.offgridflow.console.LoginOutcome;
import com.offgridflow.console.RecentCredentials;
import com.offgridflow.console.SameOrigin;
import com.offgridflow.console.Session;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;

/** Login, logout, and who may pass. */
@ApplicationScoped
class ConsoleAccess {
  private static final String COOKIE = "hub_console";
  private static final String PATH = "/hawtio";
  private static final String BASIC = "Basic ";
  private static final String ORIGIN = "Origin";

  private final ConsoleLogins logins;
  private final RecentCredentials recent =
      new RecentCredentials(new SecureRandom(), Clock.systemUTC());

  ConsoleAccess(ConsoleLogins logins) {
    this.logins = logins;
  }

  void login(RoutingContext c) {
    Optional<JsonObject> sent = credentials(c);
    if (sent.isEmpty()) {
      fail(c, 400, "login needs JSON such as {\"username\":\"admin\",\"password\":\"...\"}");
      return;
    }
    String name = sent.get().getString("username", "");
    String password = sent.get().getString("password", "");
    answer(c, logins.login(name, password, c.request().remoteAddress().hostAddress()));
  }

  /** Tells the user's name, as JSON string, and counts as the user's activity. */
  void user(RoutingContext c) {
    Optional<Session> session = token(c).flatMap(logins::use);
    json(c, session.isPresent() ? 200 : 403, Json.encode(session.map(Session::user).orElse("")));
  }

  /** Tells how long the session lasts, so that the page can warn its user in time. */
  void timeLeft(RoutingContext c) {
    String sentAt = c.request().getParam("t", "0");
    JsonObject answer =
        new JsonObject()
            .put("timeout", token(c).flatMap(logins::find).map(logins::secondsLeft).orElse(0L))
            .put("now", System.currentTimeMillis())
            .put("req", sentAt.matches("\\d{1,18}") ? Long.parseLong(sentAt) : 0L);
    json(c, 200, answer.encode());
  }

  /** A GET, as Hawtio wants it; another site cannot misuse it, for it cannot send the cookie. */
  void logout(RoutingContext c) {
    token(c).ifPresent(logins::logout);
    c.response().addCookie(cookie("", false).setMaxAge(0));
    c.redirect(PATH + "/login");
  }

  /** Lets only administrators pass. */
  void administrator(RoutingContext c) {
    administrator(c, "log in at " + PATH);
  }

  private void administrator(RoutingContext c, String invitation) {
    Optional<Session> session = token(c).flatMap(logins::find);
    if (session.isEmpty()) {
      fail(c, 401, invitation);
    } else if (!session.get().role().equals(ConsoleUser.ADMIN)) {
      fail(c, 403, "role " + session.get().role() + " may not do this, role admin may");
    } else {
      pass(c, session.get().user());
    }
  }

  /**
   * Lets only administrators pass: with the console's session, or, for tools, with HTTP Basic (RFC
   * 7617), which is slowed down for guessers just the same and leaves no session behind.
   */
  void administratorOfApi(RoutingContext c) {
    Optional<String[]> sent = basic(c);
    if (sent.isEmpty()) {
      administrator(c, "log in with HTTP Basic, as the console's users do, or at " + PATH);
      return;
    }
    String name = sent.get()[0];
    String password = sent.get()[1];
    if (recent.know(name, password)) {
      pass(c, name);
      return;
    }
    LoginOutcome outcome = logins.login(name, password, c.request().remoteAddress().hostAddress());
    if (outcome instanceof LoginOutcome.Accepted accepted) {
      logins.logout(accepted.token());
      recent.remember(name, password);
      pass(c, name);
    } else {
      answer(c, outcome);
    }
  }

  private static void pass(RoutingContext c, String user) {
    c.put(ApiUser.KEY, user);
    c.next();
  }

  /** Name and password. */
  private static Optional<String[]> basic(RoutingContext c) {
    String header = c.request().getHeader("Authorization");
    if (header == null || !header.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
      return Optional.empty();
    }
    try {
      byte[] decoded = Base64.getDecoder().decode(header.substring(BASIC.length()).strip());
      String[] pair = new String(decoded, StandardCharsets.UTF_8).split(":", 2);
      return pair.length == 2 ? Optional.of(pair) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Lets only the console's own pages pass. */
  void sameOrigin(RoutingContext c) {
    String origin = c.request().getHeader(ORIGIN);
    if (SameOrigin.holds(origin, c.request().authority().toString())) {
      c.next();
    } else {
      fail(c, 403, "header Origin must name this server, http(s)://" + c.request().authority());
    }
  }

  private void answer(RoutingContext c, LoginOutcome outcome) {
    if (outcome instanceof LoginOutcome.Accepted accepted) {
      boolean secure = SameOrigin.secure(c.request().getHeader(ORIGIN));
      c.response().addCookie(cookie(accepted.token(), secure));
      json(c, 200, "{}");
    } else if (outcome instanceof LoginOutcome.Throttled throttled) {
      throttled(c, throttled.retryAfter());
    } else if (outcome instanceof LoginOutcome.WrongRole wrong) {
      fail(c, 403, "role " + wrong.role() + " does not open the console, role admin does");
    } else if (outcome instanceof LoginOutcome.Closed) {
      fail(c, 403, "the console is closed: no login is configured");
    } else {
      fail(c, 403, "name or password is wrong");
    }
  }

  private static void throttled(RoutingContext c, Duration retryAfter) {
    long seconds = Math.max(1, retryAfter.plusMillis(999).toSeconds());
    c.response().putHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
    fail(c, 429, "too many attempts, try again in " + seconds + " s");
  }

  private static Optional<JsonObject> credentials(RoutingContext c) {
    try {
      return Optional.ofNullable(c.body().asJsonObject());
    } catch (DecodeException | ClassCastException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> token(RoutingContext c) {
    return Optional.ofNullable(c.request().getCookie(COOKIE)).map(Cookie::getValue);
  }

  private static Cookie cookie(String token, boolean secure) {
    return Cookie.cookie(COOKIE, token)
        .setPath("/")
        .setHttpOnly(true)
        .setSecure(secure)
        .setSameSite(CookieSameSite.STRICT);
  }
}

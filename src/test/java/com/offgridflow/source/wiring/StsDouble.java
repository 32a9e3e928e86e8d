package com.offgridflow.source.wiring;

import com.offgridflow.source.wiring.SigV4.Keys;
import com.offgridflow.wiring.LocalHttp;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * AWS Security Token Service, as strict about AssumeRole as its API reference (version 2011-06-15)
 * has it, and about signatures.
 */
final class StsDouble implements AutoCloseable {
  static final String ROLE = "arn:aws:iam::111122223333:role/offgridflow-hub";
  static final String EXTERNAL_ID = "4f6c0d9e-acme";
  static final Keys HUB = new Keys("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYHUBKEY");

  private final String region;
  private final HttpServer server;
  private final List<String> sessionNames = new CopyOnWriteArrayList<>();
  private final List<String> problems = new CopyOnWriteArrayList<>();
  private volatile Keys session = new Keys("ASIAEXAMPLE1", "secretOfSession1", "token-1");
  private volatile int lifetime = 3600;
  private volatile String refusal = "";

  /**
   * @param region for which requests must be signed
   */
  StsDouble(String region) throws IOException {
    this.region = region;
    server = LocalHttp.serve(this::handle);
  }

  String endpoint() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  /** From now on these are issued, good for so many seconds. */
  void issue(Keys keys, int seconds) {
    session = keys;
    lifetime = seconds;
    refusal = "";
  }

  /** From now on every request is answered 403 with this code. */
  void refuse(String code) {
    refusal = code;
  }

  /** The names of the sessions that were issued. */
  List<String> sessionNames() {
    return sessionNames;
  }

  /** Requests that the real service would have refused. */
  List<String> problems() {
    return problems;
  }

  private void handle(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    Optional<String> problem = SigV4.problem(exchange, body, HUB, region, "sts");
    Map<String, String> form =
        Stream.of(new String(body, StandardCharsets.UTF_8).split("&"))
            .map(pair -> pair.split("=", 2))
            .collect(Collectors.toMap(p -> p[0], p -> decode(p[1])));
    if (problem.isPresent() || !wellFormed(exchange, form)) {
      problems.add(problem.orElse(form.toString()));
      error(exchange, 400, "ValidationError");
    } else if (!refusal.isEmpty()) {
      error(exchange, 403, refusal);
    } else if (!form.get("RoleArn").equals(ROLE) || !EXTERNAL_ID.equals(form.get("ExternalId"))) {
      error(exchange, 403, "AccessDenied");
    } else {
      sessionNames.add(form.get("RoleSessionName"));
      answer(exchange, 200, issued());
    }
  }

  private static boolean wellFormed(HttpExchange exchange, Map<String, String> form) {
    String type = String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type"));
    return exchange.getRequestMethod().equals("POST")
        && type.startsWith("application/x-www-form-urlencoded")
        && "AssumeRole".equals(form.get("Action"))
        && "2011-06-15".equals(form.get("Version"))
        && form.getOrDefault("RoleArn", "").matches("arn:aws:iam::\\d{12}:role/.+")
        && form.getOrDefault("RoleSessionName", "").matches("[\\w+=,.@-]{2,64}")
        && form.getOrDefault("ExternalId", "").matches("[\\w+=,.@:/-]{2,1224}")
        && form.getOrDefault("DurationSeconds", "3600").matches("\\d{3,5}");
  }

  private String issued() {
    return """
        <AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult>
        <AssumedRoleUser><Arn>%s/session</Arn><AssumedRoleId>AROAEXAMPLE:session</AssumedRoleId></AssumedRoleUser>
        <Credentials><AccessKeyId>%s</AccessKeyId><SecretAccessKey>%s</SecretAccessKey>
        <SessionToken>%s</SessionToken><Expiration>%s</Expiration></Credentials>
        </AssumeRoleResult></AssumeRoleResponse>"""
        .formatted(
            ROLE,
            session.accessKeyId(),
            session.secret(),
            session.token(),
            Instant.now().plusSeconds(lifetime).truncatedTo(ChronoUnit.SECONDS));
  }

  private static void error(HttpExchange exchange, int status, String code) throws IOException {
    answer(
        exchange,
        status,
        "<ErrorResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><Error><Type>Sender</Type>"
            + "<Code>%s</Code><Message>no</Message></Error></ErrorResponse>".formatted(code));
  }

  private static void answer(HttpExchange exchange, int status, String xml) throws IOException {
    LocalHttp.answer(exchange, status, "text/xml", xml);
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}

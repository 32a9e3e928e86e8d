package com.offgridflow.source.wiring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.offgridflow.source.wiring.SigV4.Keys;
import com.offgridflow.wiring.LocalHttp;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * AWS Cost Explorer, as strict about GetCostAndUsage as the Billing and Cost Management API
 * reference (2017-10-25) has it, and about signatures. One account used a machine in Frankfurt, and
 * something that has no region; and paid tax.
 */
final class CostExplorerDouble implements AutoCloseable {
  static final String ACCOUNT = "111122223333";

  private static final Set<String> DIMENSIONS =
      Set.of(
          "AZ",
          "INSTANCE_TYPE",
          "LINKED_ACCOUNT",
          "OPERATION",
          "REGION",
          "SERVICE",
          "USAGE_TYPE",
          "RECORD_TYPE");
  private static final Set<String> METRICS =
      Set.of(
          "AmortizedCost",
          "BlendedCost",
          "NetAmortizedCost",
          "NetUnblendedCost",
          "NormalizedUsageAmount",
          "UnblendedCost",
          "UsageQuantity");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private final List<JsonNode> questions = new CopyOnWriteArrayList<>();
  private final List<String> problems = new CopyOnWriteArrayList<>();
  private final AtomicInteger failures = new AtomicInteger();
  private volatile String failure = "";
  private volatile Keys keys = StsDouble.HUB;
  private volatile String hours = "2";
  private volatile String total = "0.48";

  CostExplorerDouble() throws IOException {
    server = LocalHttp.serve(this::handle);
  }

  String endpoint() {
    return "http://localhost:" + server.getAddress().getPort() + "/";
  }

  /** Requests must be signed by these. */
  void accept(Keys caller) {
    keys = caller;
  }

  /** The next so many requests are answered with this error. */
  void fail(int times, String code) {
    failure = code;
    failures.set(times);
  }

  /** So many hours the machine ran on the first of each month. */
  void hours(String used) {
    hours = used;
  }

  /** What the overview says that the use in Frankfurt costs. */
  void total(String cost) {
    total = cost;
  }

  /** The questions that were answered. */
  List<JsonNode> questions() {
    return questions;
  }

  /** Requests that the real service would have refused. */
  List<String> problems() {
    return problems;
  }

  private void handle(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    Optional<String> problem = SigV4.problem(exchange, body, keys, "us-east-1", "ce");
    JsonNode question = JSON.readTree(body);
    if (problem.isPresent() || !wellFormed(exchange, question)) {
      problems.add(problem.orElse(question.toString()));
      error(exchange, "ValidationException");
    } else if (failures.getAndDecrement() > 0) {
      error(exchange, failure);
    } else {
      questions.add(question);
      EntraDouble.answer(exchange, 200, answer(question));
    }
  }

  private static void error(HttpExchange exchange, String code) throws IOException {
    EntraDouble.answer(
        exchange, 400, "{\"__type\":\"com.amazonaws.ce#%s\",\"message\":\"no\"}".formatted(code));
  }

  private static boolean wellFormed(HttpExchange exchange, JsonNode question) {
    LocalDate start = LocalDate.parse(question.path("TimePeriod").path("Start").asText());
    LocalDate end = LocalDate.parse(question.path("TimePeriod").path("End").asText());
    boolean groups = question.path("GroupBy").size() <= 2;
    for (JsonNode group : question.path("GroupBy")) {
      groups &= group.path("Type").asText().equals("DIMENSION");
      groups &= DIMENSIONS.contains(group.path("Key").asText());
    }
    boolean metrics = !question.path("Metrics").isEmpty();
    for (JsonNode metric : question.path("Metrics")) {
      metrics &= METRICS.contains(metric.asText());
    }
    return exchange.getRequestMethod().equals("POST")
        && "application/x-amz-json-1.1"
            .equals(exchange.getRequestHeaders().getFirst("Content-Type"))
        && "AWSInsightsIndexService.GetCostAndUsage"
            .equals(exchange.getRequestHeaders().getFirst("X-Amz-Target"))
        && start.isBefore(end)
        && Set.of("DAILY", "MONTHLY").contains(question.path("Granularity").asText())
        && groups
        && metrics
        && wellFormed(question.path("Filter"));
  }

  /** An expression is a dimension, a negation, or at least two in conjunction. */
  private static boolean wellFormed(JsonNode expression) {
    if (expression.isMissingNode()) {
      return true;
    }
    if (expression.size() != 1) {
      return false;
    }
    if (expression.has("And")) {
      boolean good = expression.path("And").size() >= 2;
      for (JsonNode part : expression.path("And")) {
        good &= wellFormed(part);
      }
      return good;
    }
    JsonNode dimension = expression.path("Dimensions");
    return expression.has("Not")
        ? wellFormed(expression.path("Not"))
        : DIMENSIONS.contains(dimension.path("Key").asText())
            && !dimension.path("Values").isEmpty();
  }

  private String answer(JsonNode question) {
    String day = question.path("TimePeriod").path("Start").asText();
    return switch (question.path("GroupBy").path(0).path("Key").asText()) {
      case "LINKED_ACCOUNT" -> page(day, group("1", ACCOUNT), "");
      case "REGION" ->
          page(
              day,
              String.join(
                  ",",
                  group(total, "eu-central-1", "Usage"),
                  group("0", "eu-central-1", "SavingsPlanCoveredUsage"),
                  group("1.5", "NoRegion", "Usage"),
                  group("7", "NoRegion", "Tax")),
              "");
      default -> usage(day, question);
    };
  }

  private String usage(String day, JsonNode question) {
    JsonNode place = question.path("Filter").path("And").path(2);
    if (place.has("Not")) {
      return page(day, use("AWS Support (Business)", "Dollar", "1.5", "1.5", "USD"), "");
    }
    return question.has("NextPageToken")
        ? page(day, use("EC2 - Other", "EUC1-DataTransfer-Out-Bytes", "0.25", "5", "GB"), "")
        : page(
            day,
            use(
                "Amazon Elastic Compute Cloud - Compute",
                "EUC1-BoxUsage:m5.large",
                "0.23",
                hours,
                "Hrs"),
            "page-2");
  }

  private static String page(String day, String groups, String next) {
    return """
        {"ResultsByTime":[{"TimePeriod":{"Start":"%s","End":"%s"},"Total":{},"Groups":[%s],
         "Estimated":true}],"DimensionValueAttributes":[]%s}"""
        .formatted(
            day,
            LocalDate.parse(day).plusDays(1),
            groups,
            next.isEmpty() ? "" : ",\"NextPageToken\":\"" + next + "\"");
  }

  private static String group(String cost, String... keys) {
    return "{\"Keys\":[\"%s\"],\"Metrics\":{\"AmortizedCost\":{\"Amount\":\"%s\",\"Unit\":\"USD\"}}}"
        .formatted(String.join("\",\"", keys), cost);
  }

  private static String use(String service, String type, String cost, String amount, String unit) {
    return """
        {"Keys":["%s","%s"],"Metrics":{"AmortizedCost":{"Amount":"%s","Unit":"USD"},
         "UsageQuantity":{"Amount":"%s","Unit":"%s"}}}"""
        .formatted(service, type, cost, amount, unit);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}

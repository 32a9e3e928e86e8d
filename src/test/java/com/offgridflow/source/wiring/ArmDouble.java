package com.offgridflow.source.wiring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.offgridflow.wiring.LocalHttp;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Azure Resource Manager's carbon reports and cost queries, as strict about requests as the Azure
 * REST API reference has it: "Carbon Service - Query Carbon Emission Reports" (2025-04-01) and
 * "Query - Usage" (2025-03-01). Answers have the shape of the reference's examples.
 */
final class ArmDouble implements AutoCloseable {
  private static final Set<String> CATEGORIES =
      Set.of("Subscription", "ResourceGroup", "Location", "Resource", "ResourceType");
  private static final Set<String> SCOPES = Set.of("Scope1", "Scope2", "Scope3");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private final Set<String> denied = ConcurrentHashMap.newKeySet();
  private final Map<String, String> throttle = new ConcurrentHashMap<>();
  private final AtomicInteger throttled = new AtomicInteger();
  private final List<String> problems = new CopyOnWriteArrayList<>();
  private volatile String token = "";
  private volatile String factor = "1";

  ArmDouble() throws IOException {
    server = LocalHttp.serve(this::handle);
  }

  String endpoint() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  void accept(String goodToken) {
    token = goodToken;
  }

  void deny(String subscription) {
    denied.add(subscription);
  }

  /** The next so many requests are answered 429 with this header. */
  void throttle(int times, String header, String seconds) {
    throttle.clear();
    throttle.put(header, seconds);
    throttled.set(times);
  }

  /** Costs and emissions are given times this. */
  void factor(String times) {
    factor = times;
  }

  /** Requests that the real service would have refused. */
  List<String> problems() {
    return problems;
  }

  private void handle(HttpExchange exchange) throws IOException {
    byte[] bytes = exchange.getRequestBody().readAllBytes();
    if (throttled.getAndDecrement() > 0) {
      throttle.forEach((name, value) -> exchange.getResponseHeaders().add(name, value));
      EntraDouble.answer(exchange, 429, "{\"error\":{\"code\":\"TooManyRequests\"}}");
      return;
    }
    if (!("Bearer " + token).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
      EntraDouble.answer(exchange, 401, "{\"error\":{\"code\":\"InvalidAuthenticationToken\"}}");
      return;
    }
    if (!exchange.getRequestMethod().equals("POST")
        || !"application/json".equals(exchange.getRequestHeaders().getFirst("Content-Type"))) {
      refuse(exchange, exchange.getRequestMethod() + " or its content type");
      return;
    }
    route(exchange, exchange.getRequestURI(), JSON.readTree(bytes));
  }

  private void route(HttpExchange exchange, URI uri, JsonNode body) throws IOException {
    String query = String.valueOf(uri.getQuery());
    switch (uri.getPath()) {
      case "/providers/Microsoft.Carbon/queryCarbonEmissionDataAvailableDateRange" ->
          EntraDouble.answer(
              exchange, 200, "{\"startDate\":\"2023-10-01\",\"endDate\":\"2024-09-01\"}");
      case "/providers/Microsoft.Carbon/carbonEmissionReports" -> carbon(exchange, query, body);
      default -> cost(exchange, uri, query, body);
    }
  }

  private void carbon(HttpExchange exchange, String query, JsonNode body) throws IOException {
    JsonNode range = body.path("dateRange");
    String start = range.path("start").asText();
    JsonNode subscriptions = body.path("subscriptionList");
    String subscription = subscriptions.path(0).asText();
    int size = body.path("pageSize").asInt();
    boolean good =
        query.equals("api-version=2025-04-01")
            && body.path("reportType").asText().equals("ItemDetailsReport")
            && start.matches("\\d{4}-\\d{2}-01")
            && start.equals(range.path("end").asText())
            && subscriptions.size() == 1
            && subscription.equals(subscription.toLowerCase(Locale.ROOT))
            && body.path("carbonScopeList").size() == 1
            && SCOPES.contains(body.path("carbonScopeList").path(0).asText())
            && CATEGORIES.contains(body.path("categoryType").asText())
            && body.path("orderBy").asText().equals("ItemName")
            && Set.of("Asc", "Desc").contains(body.path("sortDirection").asText())
            && size >= 1
            && size <= 5000;
    if (!good) {
      refuse(exchange, body.toString());
    } else if (denied.contains(subscription)) {
      EntraDouble.answer(exchange, 200, decision(subscription, "Denied") + ",\"value\":[]}");
    } else {
      carbonPage(exchange, subscription, body);
    }
  }

  /** Two pages: machines, then storage; only Scope 3 has both. */
  private void carbonPage(HttpExchange exchange, String subscription, JsonNode body)
      throws IOException {
    boolean first = body.path("skipToken").isMissingNode();
    boolean third = body.path("carbonScopeList").path(0).asText().equals("Scope3");
    String item =
        """
        {"dataType":"ItemDetailsData","latestMonthEmissions":%s,"previousMonthEmissions":0.05,
         "itemName":"%s","categoryType":"ResourceType"}"""
            .formatted(
                first ? "0.123456789012" : factor,
                first ? "microsoft.compute/virtualmachines" : "microsoft.storage/storageaccounts");
    String more = first && third ? ",\"skipToken\":\"page-2\"" : "";
    EntraDouble.answer(
        exchange,
        200,
        decision(subscription, "Allowed") + ",\"value\":[" + item + "]" + more + "}");
  }

  private static String decision(String subscription, String decision) {
    String reason = decision.equals("Denied") ? ",\"denialReason\":\"reader role needed\"" : "";
    return "{\"subscriptionAccessDecisionList\":[{\"subscriptionId\":\"%s\",\"decision\":\"%s\"%s}]"
        .formatted(subscription, decision, reason);
  }

  private void cost(HttpExchange exchange, URI uri, String query, JsonNode body)
      throws IOException {
    String[] path = uri.getPath().split("/");
    JsonNode dataset = body.path("dataset");
    boolean good =
        uri.getPath()
                .matches("/subscriptions/[0-9a-f-]{36}/providers/Microsoft.CostManagement/query")
            && query.startsWith("api-version=2025-03-01")
            && Set.of("Usage", "ActualCost", "AmortizedCost").contains(body.path("type").asText())
            && body.path("timeframe").asText().equals("Custom")
            && body.path("timePeriod").path("from").asText().endsWith("T00:00:00Z")
            && body.path("timePeriod").has("to")
            && dataset.path("granularity").asText().equals("Daily")
            && dataset.path("aggregation").size() <= 2
            && dataset.path("grouping").size() <= 2;
    if (!good) {
      refuse(exchange, uri + " " + body);
    } else if (denied.contains(path[2])) {
      EntraDouble.answer(exchange, 403, "{\"error\":{\"code\":\"RBACAccessDenied\"}}");
    } else {
      costPage(exchange, uri, query, body);
    }
  }

  private void costPage(HttpExchange exchange, URI uri, String query, JsonNode body)
      throws IOException {
    boolean first = !query.contains("$skiptoken");
    String day = body.path("timePeriod").path("from").asText().substring(0, 10).replace("-", "");
    String next = first ? "\"" + endpoint() + uri + "&$skiptoken=2\"" : "null";
    String row =
        first
            ? "[12.5,%s,\"Virtual Machines\",\"EU West\",\"EUR\"]".formatted(day)
            : "[%s,%s,\"Storage\",\"EU West\",\"EUR\"]".formatted(factor, day);
    EntraDouble.answer(
        exchange,
        200,
        """
        {"properties":{"nextLink":%s,"columns":[{"name":"Cost","type":"Number"},
         {"name":"UsageDate","type":"Number"},{"name":"ServiceName","type":"String"},
         {"name":"ResourceLocation","type":"String"},{"name":"Currency","type":"String"}],
         "rows":[%s]}}"""
            .formatted(next, row));
  }

  private void refuse(HttpExchange exchange, String problem) throws IOException {
    problems.add(problem);
    EntraDouble.answer(exchange, 400, "{\"error\":{\"code\":\"BadRequest\"}}");
  }

  @Override
  public void close() {
    server.stop(0);
  }
}

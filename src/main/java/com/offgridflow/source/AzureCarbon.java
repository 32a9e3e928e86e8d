package com.offgridflow.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Azure Carbon Optimization: kg CO2e per subscription, month, Microsoft's own scope and resource
 * type. Azure REST API reference, "Carbon Service - Query Carbon Emission Reports", 2025-04-01: an
 * item details report covers one month and adds up the scopes it is asked for, so that each scope
 * is asked for on its own.
 */
public final class AzureCarbon implements AzureReport {
  private static final String ROOT = "/providers/Microsoft.Carbon/";
  private static final String VERSION = "?api-version=2025-04-01";
  private static final List<String> SCOPES = List.of("Scope1", "Scope2", "Scope3");
  private static final int LARGEST_PAGE = 5000;
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  @Override
  public String name() {
    return "carbon";
  }

  @Override
  public String role() {
    return "Carbon Optimization Reader";
  }

  @Override
  public int usualMonths() {
    return 12;
  }

  @Override
  public Optional<AzureRequest> availability() {
    String path = ROOT + "queryCarbonEmissionDataAvailableDateRange" + VERSION;
    return Optional.of(new AzureRequest(path, JSON.objectNode()));
  }

  @Override
  public YearMonth last(JsonNode availability, LocalDate today) {
    return YearMonth.from(LocalDate.parse(availability.path("endDate").asText()));
  }

  /** A month comes as a whole; the last is asked for once more, in case it was corrected. */
  @Override
  public boolean complete(YearMonth month, YearMonth last, LocalDate today) {
    return month.isBefore(last);
  }

  @Override
  public List<AzureRequest> requests(String subscription, YearMonth month, LocalDate today) {
    return SCOPES.stream().map(scope -> request(subscription, month, scope)).toList();
  }

  private static AzureRequest request(String subscription, YearMonth month, String scope) {
    String day = month.atDay(1).toString();
    ObjectNode body = JSON.objectNode().put("reportType", "ItemDetailsReport");
    body.putArray("subscriptionList").add(subscription.toLowerCase(Locale.ROOT));
    body.putArray("carbonScopeList").add(scope);
    body.putObject("dateRange").put("start", day).put("end", day);
    body.put("categoryType", "ResourceType").put("orderBy", "ItemName");
    body.put("sortDirection", "Asc").put("pageSize", LARGEST_PAGE);
    return new AzureRequest(ROOT + "carbonEmissionReports" + VERSION, body);
  }

  @Override
  public Optional<AzureRequest> next(AzureRequest asked, JsonNode answer) {
    String token = answer.path("skipToken").asText("");
    if (token.isEmpty()) {
      return Optional.empty();
    }
    ObjectNode body = asked.body().deepCopy();
    return Optional.of(new AzureRequest(asked.path(), body.put("skipToken", token)));
  }

  @Override
  public Optional<String> denial(JsonNode answer) {
    for (JsonNode decision : answer.path("subscriptionAccessDecisionList")) {
      if (decision.path("decision").asText().equals("Denied")) {
        return Optional.of(decision.path("denialReason").asText("no reason given"));
      }
    }
    return Optional.empty();
  }

  @Override
  public List<Map<String, Object>> records(
      String subscription, YearMonth month, AzureRequest asked, JsonNode answer) {
    String scope = asked.body().path("carbonScopeList").path(0).asText();
    List<Map<String, Object>> records = new ArrayList<>();
    for (JsonNode item : answer.path("value")) {
      records.add(record(subscription, month, scope, item));
    }
    return records;
  }

  private static Map<String, Object> record(
      String subscription, YearMonth month, String scope, JsonNode item) {
    String type = item.path("itemName").asText();
    Map<String, Object> record = new LinkedHashMap<>();
    record.put("record_key", scope + "|" + type);
    record.put("kind", "cloud.reported");
    record.put("subject", "Azure Carbon Optimization");
    record.put("quantity", emissions(item));
    record.put("unit", "kg CO2e");
    record.put("period_start", month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant().toString());
    record.put(
        "period_end",
        month.plusMonths(1).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant().toString());
    record.put("supplier", "azure");
    record.put("account", subscription);
    record.put("service", type);
    record.put("details", Map.of("provider_scope", scope.substring("Scope".length())));
    record.put("locator", scope + ", " + type);
    record.put("lines", 1);
    return record;
  }

  /** A figure that is not there is not nothing. */
  private static BigDecimal emissions(JsonNode item) {
    JsonNode figure = item.path("latestMonthEmissions");
    if (!figure.isNumber()) {
      throw new IllegalStateException(
          "Azure Carbon Optimization answered latestMonthEmissions '%s' for %s, not a number"
              .formatted(figure.asText(), item.path("itemName").asText()));
    }
    return figure.decimalValue();
  }
}

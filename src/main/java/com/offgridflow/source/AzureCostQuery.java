package com.offgridflow.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Azure Cost Management queries, for tenants without exports: amortised cost of usage per day,
 * service and region. Azure REST API reference, "Query - Usage", 2025-03-01: a query has at most
 * two groupings, so that neither meters nor units can be told apart, and what comes is spend, not
 * use.
 */
public final class AzureCostQuery implements AzureReport {
  private static final String QUERY =
      "/subscriptions/%s/providers/Microsoft.CostManagement/query?api-version=2025-03-01";
  private static final int DAYS_TO_SETTLE = 10;
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  @Override
  public String name() {
    return "cost";
  }

  @Override
  public String role() {
    return "Cost Management Reader";
  }

  @Override
  public int usualMonths() {
    return 3;
  }

  @Override
  public Optional<AzureRequest> availability() {
    return Optional.empty();
  }

  @Override
  public YearMonth last(JsonNode availability, LocalDate today) {
    return YearMonth.from(today);
  }

  /**
   * Microsoft Learn, "Understand Cost Management data": charges of a month are final some days
   * after it, depending on the agreement; ten days leave room for all of them.
   */
  @Override
  public boolean complete(YearMonth month, YearMonth last, LocalDate today) {
    return today.isAfter(month.plusMonths(1).atDay(DAYS_TO_SETTLE));
  }

  @Override
  public List<AzureRequest> requests(String subscription, YearMonth month, LocalDate today) {
    LocalDate end = today.isBefore(month.atEndOfMonth()) ? today : month.atEndOfMonth();
    ObjectNode body = JSON.objectNode().put("type", "AmortizedCost").put("timeframe", "Custom");
    body.putObject("timePeriod")
        .put("from", month.atDay(1) + "T00:00:00Z")
        .put("to", end + "T23:59:59Z");
    ObjectNode dataset = body.putObject("dataset").put("granularity", "Daily");
    dataset
        .putObject("aggregation")
        .putObject("totalCost")
        .put("name", "Cost")
        .put("function", "Sum");
    dataset.putArray("grouping").add(dimension("ServiceName")).add(dimension("ResourceLocation"));
    ObjectNode usage = dataset.putObject("filter").putObject("dimensions");
    usage.put("name", "ChargeType").put("operator", "In").putArray("values").add("Usage");
    return List.of(new AzureRequest(QUERY.formatted(subscription), body));
  }

  private static ObjectNode dimension(String name) {
    return JSON.objectNode().put("type", "Dimension").put("name", name);
  }

  @Override
  public Optional<AzureRequest> next(AzureRequest asked, JsonNode answer) {
    String link = answer.path("properties").path("nextLink").asText("");
    return link.isEmpty() || link.equals("null")
        ? Optional.empty()
        : Optional.of(new AzureRequest(link, asked.body()));
  }

  @Override
  public Optional<String> denial(JsonNode answer) {
    return Optional.empty();
  }

  @Override
  public List<Map<String, Object>> records(
      String subscription, YearMonth month, AzureRequest asked, JsonNode answer) {
    List<String> columns = new ArrayList<>();
    answer.path("properties").path("columns").forEach(c -> columns.add(c.path("name").asText()));
    List<Map<String, Object>> records = new ArrayList<>();
    for (JsonNode row : answer.path("properties").path("rows")) {
      records.add(record(subscription, new Row(columns, row)));
    }
    return records;
  }

  private static Map<String, Object> record(String subscription, Row row) {
    LocalDate day =
        LocalDate.parse(row.cell("UsageDate").asText(), DateTimeFormatter.BASIC_ISO_DATE);
    String service = row.cell("ServiceName").asText();
    String region = row.cell("ResourceLocation").asText().replace(" ", "").toLowerCase(Locale.ROOT);
    String currency = row.cell("Currency").asText();
    Map<String, Object> record = new LinkedHashMap<>();
    record.put("record_key", String.join("|", day.toString(), service, region, currency));
    record.put("kind", "cloud.other");
    record.put("subject", service);
    record.put("quantity", row.number("Cost"));
    record.put("unit", currency);
    record.put("period_start", day.atStartOfDay(ZoneOffset.UTC).toInstant().toString());
    record.put("period_end", day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().toString());
    record.put("supplier", "azure");
    record.put("region", region);
    record.put("account", subscription);
    record.put("service", service);
    record.put("cost", row.number("Cost"));
    record.put("currency", currency);
    record.put("locator", "row of " + String.join(", ", day.toString(), service, region));
    record.put("lines", 1);
    return record;
  }

  private record Row(List<String> columns, JsonNode cells) {
    JsonNode cell(String column) {
      int index = columns.indexOf(column);
      if (index < 0) {
        throw new IllegalStateException(
            "Azure Cost Management answered without column " + column + ", with " + columns);
      }
      return cells.path(index);
    }

    BigDecimal number(String column) {
      if (!cell(column).isNumber()) {
        throw new IllegalStateException(
            "Azure Cost Management answered %s '%s', not a number"
                .formatted(column, cell(column).asText()));
      }
      return cell(column).decimalValue();
    }
  }
}

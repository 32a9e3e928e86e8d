package com.offgridflow.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;

/**
 * Questions to AWS Cost Explorer: operation GetCostAndUsage of the Billing and Cost Management API
 * reference (2017-10-25). An answer is grouped by two dimensions at most, so that the regions of an
 * account are asked for one by one. Costs are amortised; the end of a period is not in it.
 */
public final class AwsCostExplorer {
  /** Record types that are use of something; each is a line item type of the reports. */
  static final List<String> USAGE = List.of("Usage", "DiscountedUsage", "SavingsPlanCoveredUsage");

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private AwsCostExplorer() {}

  /** Which accounts had costs in which of the months. */
  public static ObjectNode accounts(YearMonth first, YearMonth last) {
    ObjectNode question = question(first, last, "MONTHLY", "AmortizedCost");
    return groupedBy(question, "LINKED_ACCOUNT");
  }

  /** An account's costs of a month by region and record type. */
  public static ObjectNode overview(String account, YearMonth month) {
    ObjectNode question = question(month, month, "MONTHLY", "AmortizedCost");
    question.set("Filter", dimension("LINKED_ACCOUNT", List.of(account)));
    return groupedBy(question, "REGION", "RECORD_TYPE");
  }

  /** An account's use in a region by day, service and usage type. */
  public static ObjectNode usage(String account, YearMonth month, String region) {
    return usage(account, month, dimension("REGION", List.of(region)));
  }

  /** An account's use in no region, that is in none of those that it uses. */
  public static ObjectNode usageElsewhere(
      String account, YearMonth month, Collection<String> regions) {
    ObjectNode elsewhere = JSON.objectNode();
    elsewhere.set("Not", dimension("REGION", regions));
    return usage(account, month, regions.isEmpty() ? JSON.objectNode() : elsewhere);
  }

  private static ObjectNode usage(String account, YearMonth month, ObjectNode place) {
    ObjectNode question = question(month, month, "DAILY", "AmortizedCost", "UsageQuantity");
    ObjectNode filter = question.putObject("Filter");
    filter
        .putArray("And")
        .add(dimension("LINKED_ACCOUNT", List.of(account)))
        .add(dimension("RECORD_TYPE", USAGE));
    if (!place.isEmpty()) {
      filter.withArray("And").add(place);
    }
    return groupedBy(question, "SERVICE", "USAGE_TYPE");
  }

  /** The question for the page after this answer; null after the last. */
  public static ObjectNode next(ObjectNode asked, JsonNode answer) {
    String token = answer.path("NextPageToken").asText("");
    return token.isEmpty() ? null : asked.deepCopy().put("NextPageToken", token);
  }

  private static ObjectNode question(
      YearMonth first, YearMonth last, String granularity, String... metrics) {
    ObjectNode question = JSON.objectNode();
    question
        .putObject("TimePeriod")
        .put("Start", first.atDay(1).toString())
        .put("End", last.plusMonths(1).atDay(1).toString());
    question.put("Granularity", granularity);
    for (String metric : metrics) {
      question.withArray("Metrics").add(metric);
    }
    return question;
  }

  private static ObjectNode groupedBy(ObjectNode question, String... dimensions) {
    for (String dimension : dimensions) {
      question.withArray("GroupBy").addObject().put("Type", "DIMENSION").put("Key", dimension);
    }
    return question;
  }

  private static ObjectNode dimension(String key, Collection<String> values) {
    ObjectNode expression = JSON.objectNode();
    ObjectNode dimension = expression.putObject("Dimensions").put("Key", key);
    values.forEach(dimension.putArray("Values")::add);
    return expression;
  }
}

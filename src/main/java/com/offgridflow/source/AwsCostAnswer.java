package com.offgridflow.source;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A group of an answer of Cost Explorer.
 *
 * @param day first day of its period
 * @param keys values of the dimensions that were grouped by, in their order
 * @param cost amortised
 * @param amount how much was used; zero where that was not asked for
 * @param unit of the amount; {@code N/A} where it has several
 */
public record AwsCostAnswer(
    LocalDate day,
    List<String> keys,
    BigDecimal cost,
    String currency,
    BigDecimal amount,
    String unit) {
  /** What Cost Explorer calls the region of what has none. */
  static final String NO_REGION = "NoRegion";

  /**
   * The groups of an answer's page.
   *
   * @throws IllegalStateException when it has another shape than the API reference says
   */
  public static List<AwsCostAnswer> of(JsonNode page) {
    List<AwsCostAnswer> groups = new ArrayList<>();
    for (JsonNode period : page.path("ResultsByTime")) {
      LocalDate day = LocalDate.parse(text(period.path("TimePeriod"), "Start"));
      period.path("Groups").forEach(group -> groups.add(of(day, group)));
    }
    return groups;
  }

  private static AwsCostAnswer of(LocalDate day, JsonNode group) {
    List<String> keys = new ArrayList<>();
    group.path("Keys").forEach(key -> keys.add(key.asText()));
    JsonNode cost = group.path("Metrics").path("AmortizedCost");
    JsonNode use = group.path("Metrics").path("UsageQuantity");
    return new AwsCostAnswer(
        day,
        List.copyOf(keys),
        new BigDecimal(text(cost, "Amount")),
        text(cost, "Unit"),
        use.isMissingNode() ? BigDecimal.ZERO : new BigDecimal(text(use, "Amount")),
        use.isMissingNode() ? "" : text(use, "Unit"));
  }

  private static String text(JsonNode node, String field) {
    if (!node.path(field).isTextual()) {
      throw new IllegalStateException(
          "Cost Explorer answered without " + field + ", with " + node.toString());
    }
    return node.path(field).asText();
  }

  /** Whether an overview's group is use of something. */
  public boolean usage() {
    return AwsCostExplorer.USAGE.contains(keys.get(1));
  }

  /** Region of an overview's group, or empty. */
  public String region() {
    return keys.get(0).equals(NO_REGION) ? "" : keys.get(0);
  }

  /** An overview's group that is no usage, as a line. */
  public AwsCostLine asCharge(String account) {
    return new AwsCostLine(
        keys.get(1), day, account, "", "", BigDecimal.ZERO, cost, currency, "", region());
  }

  /**
   * A group of use as a line.
   *
   * @param services product codes by the names that Cost Explorer gives
   */
  public AwsCostLine asUsage(String account, String region, Map<String, String> services) {
    String service = services.getOrDefault(keys.get(0), keys.get(0));
    return new AwsCostLine(
        "Usage", day, account, service, keys.get(1), amount, cost, currency, unit, region);
  }
}

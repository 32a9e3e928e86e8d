package com.offgridflow.source;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What Azure Resource Manager tells, by subscription and month. */
public interface AzureReport {
  /** Part of the names of its deliveries, for example {@code carbon}. */
  String name();

  /** The role without which a subscription denies it. */
  String role();

  /** How many months a connection reads that does not say. */
  int usualMonths();

  /** What has to be asked to know which months there are; empty where all are, up to now. */
  Optional<AzureRequest> availability();

  /** The last month there is. */
  YearMonth last(JsonNode availability, LocalDate today);

  /**
   * Whether nothing more is to come for a month.
   *
   * @param last the last month there is
   */
  boolean complete(YearMonth month, YearMonth last, LocalDate today);

  /** First pages to ask for. */
  List<AzureRequest> requests(String subscription, YearMonth month, LocalDate today);

  /** The page after this one. */
  Optional<AzureRequest> next(AzureRequest asked, JsonNode answer);

  /** Why the answer denies the subscription, if it does. */
  Optional<String> denial(JsonNode answer);

  /**
   * Records of the activity schema, without their evidence; their keys are unique in the month of
   * the subscription.
   */
  List<Map<String, Object>> records(
      String subscription, YearMonth month, AzureRequest asked, JsonNode answer);
}

package com.offgridflow.source.wiring;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a job asks, by its {@code configuration.query}. */
record BigQueryQuery(JsonNode query) {
  private static final Pattern PARAMETER = Pattern.compile("@(\\w+)");
  private static final Pattern TABLE = Pattern.compile("`([^`]+)`");

  String sql() {
    return query.path("query").asText();
  }

  Optional<String> table() {
    return TABLE.matcher(sql()).results().findFirst().map(match -> match.group(1));
  }

  /** Whether it reads only some partitions, by the columns that the exports are partitioned by. */
  boolean filtersPartitions() {
    return sql().contains("_PARTITIONTIME >=") || sql().contains("usage_month ");
  }

  long mostBytes() {
    return query.path("maximumBytesBilled").asLong();
  }

  Map<String, String> parameters() {
    Map<String, String> values = new HashMap<>();
    for (JsonNode parameter : query.path("queryParameters")) {
      values.put(parameter.path("name").asText(), value(parameter).asText());
    }
    return values;
  }

  /** Named parameters, each with a type that its value has, and no other than the query names. */
  List<String> problems() {
    List<String> problems = new ArrayList<>();
    for (JsonNode parameter : query.path("queryParameters")) {
      if (!parameter.path("parameterType").path("type").asText().equals("STRING")
          || !value(parameter).isTextual()) {
        problems.add("parameter " + parameter);
      }
    }
    Set<String> given = parameters().keySet();
    Set<String> wanted =
        PARAMETER.matcher(sql()).results().map(match -> match.group(1)).collect(Collectors.toSet());
    if (!wanted.equals(given) || !query.path("parameterMode").asText("NAMED").equals("NAMED")) {
      problems.add("parameters " + new TreeSet<>(given) + " for " + wanted);
    }
    return problems;
  }

  private static JsonNode value(JsonNode parameter) {
    return parameter.path("parameterValue").path("value");
  }
}

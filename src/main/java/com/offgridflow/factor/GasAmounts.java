package com.offgridflow.factor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/** Amounts of single gases, in kg, as the JSON object that tables keep. */
public final class GasAmounts {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<TreeMap<String, BigDecimal>> AMOUNTS =
      new TypeReference<>() {};

  private GasAmounts() {}

  /** As a JSON object, or null where there are none. */
  public static String toJson(Map<String, BigDecimal> gases) {
    try {
      return gases.isEmpty() ? null : JSON.writeValueAsString(gases);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("numbers always have a JSON form", e);
    }
  }

  /**
   * @param json an object of numbers, or null where there are none
   */
  public static Map<String, BigDecimal> ofJson(String json) {
    try {
      return json == null ? Map.of() : JSON.readValue(json, AMOUNTS);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("gases should be a JSON object of kg by gas: " + json, e);
    }
  }
}

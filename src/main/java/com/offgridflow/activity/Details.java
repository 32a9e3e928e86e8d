package com.offgridflow.activity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.TreeMap;

/** The details of an activity as the JSON object that tables keep. */
public final class Details {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<TreeMap<String, String>> TEXTS = new TypeReference<>() {};

  private Details() {}

  /** As a JSON object, or null where there are none. */
  public static String toJson(Map<String, String> details) {
    try {
      return details.isEmpty() ? null : JSON.writeValueAsString(details);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("texts always have a JSON form", e);
    }
  }

  /**
   * @param json an object of texts, or null where there are none
   */
  public static Map<String, String> ofJson(String json) {
    try {
      return json == null ? Map.of() : JSON.readValue(json, TEXTS);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("details should be a JSON object of texts: " + json, e);
    }
  }
}

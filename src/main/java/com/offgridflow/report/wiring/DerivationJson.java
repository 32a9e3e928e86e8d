package com.offgridflow.report.wiring;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;

/** Rows of the view {@code derivation} on their way out. */
@ApplicationScoped
public class DerivationJson {
  private final ObjectMapper json;

  DerivationJson(ObjectMapper json) {
    this.json = json;
  }

  /** The row, its calculation as JSON and not as text. */
  Map<String, Object> withCalculation(Map<String, Object> row) {
    Map<String, Object> copy = new LinkedHashMap<>(row);
    try {
      copy.put("calculation", json.readTree((String) row.get("calculation")));
      return copy;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("calculation of " + row.get("emission_id"), e);
    }
  }
}

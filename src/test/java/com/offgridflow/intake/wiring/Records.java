package com.offgridflow.intake.wiring;

import java.util.LinkedHashMap;
import java.util.Map;

/** Records as sources send them. */
public final class Records {
  private Records() {}

  /** Electricity used in Germany in September 2024, without a fault. */
  public static Map<String, Object> electricity(String key, String kwh) {
    Map<String, Object> record = new LinkedHashMap<>();
    record.put("record_key", key);
    record.put("kind", "electricity");
    record.put("quantity", kwh);
    record.put("unit", "kWh");
    record.put("period_start", "2024-09-01T00:00:00Z");
    record.put("period_end", "2024-10-01T00:00:00Z");
    record.put("country", "DE");
    record.put("evidence_object", "bills.csv");
    record.put("evidence_digest", "0123456789abcdef".repeat(4));
    record.put("locator", "line of " + key);
    return record;
  }

  public static Map<String, Object> with(Map<String, Object> record, String field, Object value) {
    Map<String, Object> changed = new LinkedHashMap<>(record);
    changed.put(field, value);
    return changed;
  }

  public static Map<String, Object> without(Map<String, Object> record, String field) {
    Map<String, Object> changed = new LinkedHashMap<>(record);
    changed.remove(field);
    return changed;
  }
}

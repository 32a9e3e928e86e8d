package com.offgridflow.source.wiring;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A row of a Cloud Billing export of 2 September 2024, exported some hours later. */
final class BillingLine {
  static final String ACCOUNT = "0123AB-4567CD-89EF01";

  private final Map<String, Object> row = new HashMap<>();

  private BillingLine(String service, String sku, String unit, double amount, double cost) {
    row.put("_PARTITIONTIME", "2024-09-02 00:00:00");
    row.put("billing_account_id", ACCOUNT);
    row.put("service", Map.of("id", "6F81-5844-456A", "description", service));
    row.put("sku", Map.of("id", "2E27-4F75-95CD", "description", sku));
    row.put("usage_start_time", "2024-09-02 10:00:00");
    row.put("usage_end_time", "2024-09-02 11:00:00");
    row.put("project", Map.of("id", "shop", "number", "1234", "name", "Shop"));
    row.put("location", Map.of("location", "europe-west3", "region", "europe-west3"));
    row.put("export_time", "2024-09-02 15:00:00");
    row.put("cost", cost);
    row.put("currency", "EUR");
    row.put("usage", Map.of("amount", amount, "unit", unit));
    row.put("credits", List.of());
    row.put("invoice", Map.of("month", "202409"));
    row.put("cost_type", "regular");
    row.put("transaction_type", "GOOGLE");
  }

  static BillingLine of(String service, String sku, String unit, double amount, double cost) {
    return new BillingLine(service, sku, unit, amount, cost);
  }

  /** So many seconds of processors. */
  static BillingLine core(double seconds, double cost) {
    String sku = "N2 Instance Core running in Frankfurt";
    return of("Compute Engine", sku, "seconds", seconds, cost);
  }

  BillingLine with(String column, Object value) {
    row.put(column, value);
    return this;
  }

  BillingLine credit(String type, double amount) {
    Map<String, Object> credit = Map.of("name", type, "amount", amount, "type", type);
    return with("credits", concat(credit));
  }

  private List<Object> concat(Map<String, Object> credit) {
    List<Object> credits = new ArrayList<>((List<?>) row.get("credits"));
    credits.add(credit);
    return credits;
  }

  /** Loaded into the partition of this day, at this time of it. */
  BillingLine exported(String day, String time) {
    return with("_PARTITIONTIME", day + " 00:00:00").with("export_time", day + " " + time);
  }

  BillingLine used(String day) {
    return with("usage_start_time", day + " 10:00:00");
  }

  Map<String, Object> row() {
    return row;
  }
}

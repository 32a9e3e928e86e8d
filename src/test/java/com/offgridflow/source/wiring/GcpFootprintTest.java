package com.offgridflow.source.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import com.offgridflow.source.GcpCarbon;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An export of Carbon Footprint, and the real SQL over it. */
class GcpFootprintTest extends GcpExport {
  /** Two zones of a region are one row: 1.5 + 2.5 kg by location, 0.5 + 0.25 by market. */
  @Test
  void shouldTakeWhatGoogleReportsByBothMethods() {
    String carbon = "shop-billing.carbon.carbon_footprint";
    tables.carbon(carbon);
    tables.append(carbon, List.of(footprint("a", 1.5, 0.5), footprint("b", 2.5, 0.25)));
    Map<String, String> day = Map.of("first_day", "2024-09-01");

    String sql = text("gcp-carbon").replace("${table}", carbon);
    List<Map<String, Object>> records =
        new GcpCarbon().records(tables.query(sql, day).maps().get(0), SEPTEMBER, "d");

    assertThat(records)
        .extracting(r -> r.get("quantity") + " " + r.get("unit") + " " + r.get("lines"))
        .containsExactly("4 kg CO2e 2", "0.75 kg CO2e 0");
    assertThat(records.get(1).get("details"))
        .isEqualTo(
            Map.of(
                "basis", "market",
                "model_version", "11",
                "scope1", new BigDecimal("0.2"),
                "scope2", new BigDecimal("0.35"),
                "scope3", new BigDecimal("0.2")));
    String months = text("gcp-carbon-months").replace("${table}", carbon);
    assertThat(tables.query(months, day).maps())
        .singleElement()
        .satisfies(row -> assertThat(row).containsEntry("month", "2024-09"))
        .satisfies(row -> assertThat(row.get("exported_until")).startsWith("11, 4.0"));
  }

  static Map<String, Object> footprint(String zone, double location, double market) {
    return Map.of(
        "usage_month", "2024-09-01",
        "billing_account_id", BillingLine.ACCOUNT,
        "project", Map.of("id", "shop", "number", "1234"),
        "service", Map.of("id", "6F81-5844-456A", "description", "Compute Engine"),
        "location", Map.of("location", "europe-west3-" + zone, "region", "europe-west3"),
        "carbon_model_version", 11,
        "carbon_footprint_total_kgCO2e", Map.of("location_based", location, "market_based", market),
        "carbon_footprint_kgCO2e",
            Map.of(
                "scope1", 0.1,
                "scope2", Map.of("location_based", location - 0.2, "market_based", market - 0.2),
                "scope3", 0.1));
  }
}

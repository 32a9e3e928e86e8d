package com.offgridflow.source;

import com.offgridflow.intake.Rejection;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Carbon emissions of an account in a month, by service and region, as AWS reports them. Columns:
 * AWS Data Exports user guide, "Carbon emissions columns".
 *
 * @param model version of AWS's method
 * @param start first day of the month
 * @param units of the figures, those of figures that are not there being empty
 * @param figures by location and by market
 * @param lines of the export
 */
public record AwsCarbonRow(
    String model,
    LocalDate start,
    String account,
    String service,
    String region,
    Set<String> units,
    List<AwsCarbonFigures> figures,
    long lines) {
  private static final BigDecimal KG_PER_TON = new BigDecimal("1000");
  private static final Set<String> METRIC_TONS = Set.of("", "MTCO2e");

  public AwsCarbonRow {
    units = Set.copyOf(units);
    figures = List.copyOf(figures);
  }

  /**
   * A record of the activity schema, in kg, for each figure: AWS's three scopes by both methods, or
   * the totals of models that have no scopes. Keys are without the model, so that a restated figure
   * supersedes the one before. The lines stand with the first record.
   *
   * @return none when the row has no figures
   * @throws RejectedRowException when the figures are in another unit, or not of a month
   */
  public List<Map<String, Object>> toRecords(String delivery, String digest) {
    for (String unit : units) {
      if (!METRIC_TONS.contains(unit)) {
        throw rejected(delivery, "emissions unit", unit, "MTCO2e, metric tons of CO2e");
      }
    }
    if (start.getDayOfMonth() != 1) {
      throw rejected(delivery, "usage_period_start", start.toString(), "the first day of a month");
    }
    List<Map<String, Object>> records = new ArrayList<>();
    for (AwsCarbonFigures by : figures) {
      new TreeMap<>(by.parts())
          .forEach(
              (scope, tons) ->
                  records.add(
                      record(delivery, digest, by.basis(), scope, tons, records.isEmpty())));
    }
    return records;
  }

  private Map<String, Object> record(
      String delivery, String digest, String basis, String scope, BigDecimal tons, boolean first) {
    Map<String, Object> record = new LinkedHashMap<>();
    record.put("record_key", delivery + "|" + group("|", basis, scope));
    record.put("kind", "cloud.reported");
    record.put("subject", "AWS Customer Carbon Footprint Tool");
    record.put("quantity", tons.multiply(KG_PER_TON).stripTrailingZeros());
    record.put("unit", "kg CO2e");
    record.put("period_start", start + "T00:00:00Z");
    record.put("period_end", start.plusMonths(1) + "T00:00:00Z");
    record.put("supplier", "aws");
    record.put("region", region);
    record.put("account", account);
    record.put("service", service);
    record.put("evidence_object", delivery);
    record.put("evidence_digest", digest);
    record.put("locator", "lines of " + group(", ", basis, scope));
    record.put("lines", first ? lines : 0L);
    record.put("details", details(basis, scope));
    return record;
  }

  private Map<String, Object> details(String basis, String scope) {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("basis", basis);
    details.put("model_version", model);
    if (!scope.isEmpty()) {
      details.put("provider_scope", scope);
    }
    return details;
  }

  private String group(String separator, String... more) {
    Stream<String> own = Stream.of(start.toString(), account, service, region);
    return String.join(separator, Stream.concat(own, Stream.of(more)).toList());
  }

  private RejectedRowException rejected(
      String delivery, String field, String value, String expected) {
    return new RejectedRowException(
        new Rejection(
            delivery,
            "lines of " + group(", "),
            field,
            value,
            "UNUSABLE_VALUE",
            "the value is not usable",
            "expected " + expected));
  }
}

package com.offgridflow.emission.wiring;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What the methods tell of the same cloud use, per provider and service. The difference between two
 * methods has two parts: activities that only one of them tells of, and the rest, where both tell
 * and differ. What a provider reports is not told activity by activity: its difference is whole.
 */
record MethodVariance(List<Map<String, Object>> rows) {
  private static final String ROWS =
      """
      with told as (
        select lower(a.supplier) as provider, a.service, a.activity_id,
          max(a.cost) as cost,
          sum(e.kg_co2e) filter (where e.method = 'cloud-usage') as usage,
          sum(e.kg_co2e) filter (where e.method = 'spend-based') as spend,
          sum(e.kg_co2e) filter (where e.method = 'provider-reported') as reported,
          coalesce(sum(e.kg_co2e) filter (where e.counted), 0) as candidate
        from activity a
        left join emission e on e.activity_id = a.activity_id and e.superseded_at is null
        where a.tenant_id = ? and a.superseded_at is null and a.kind like 'cloud.%'
          and a.period_start >= ?::date::timestamp at time zone 'UTC'
          and a.period_start < ?::date::timestamp at time zone 'UTC'
        group by 1, 2, 3
      )
      select t.provider, t.service, count(*) as activities,
        coalesce(sum(t.usage), 0) as kg_usage,
        coalesce(sum(t.spend), 0) as kg_spend,
        coalesce(sum(t.reported), 0) as kg_reported,
        coalesce(sum(t.candidate) filter (where r.activity_id is null), 0) as kg_counted,
        coalesce(sum(t.candidate) filter (where r.activity_id is not null), 0) as kg_replaced,
        coalesce(sum(t.spend), 0) - coalesce(sum(t.usage), 0) as spend_less_usage,
        coalesce(sum(t.spend) filter (where t.usage is null), 0) as spend_of_what_usage_lacks,
        coalesce(-sum(t.usage) filter (where t.spend is null), 0) as usage_of_what_spend_lacks,
        coalesce(sum(t.spend - t.usage), 0) as where_both_tell,
        coalesce(sum(t.reported), 0) - coalesce(sum(t.usage), 0) as reported_less_usage,
        count(*) filter (where t.usage is null and t.spend is null and t.reported is null)
          as not_estimated
      from told t
      left join (select distinct activity_id from replaced_activity) r using (activity_id)
      group by 1, 2 order by 1, 2""";

  private static final String[] COLUMNS = {
    "provider",
    "service",
    "activities",
    "not_estimated",
    "kg_usage",
    "kg_spend",
    "kg_reported",
    "kg_counted",
    "kg_replaced",
    "spend_less_usage",
    "spend_of_what_usage_lacks",
    "usage_of_what_spend_lacks",
    "where_both_tell",
    "reported_less_usage"
  };

  static MethodVariance of(JdbcTemplate jdbc, String tenant, DayRange days) {
    return new MethodVariance(
        jdbc.queryForList(ROWS, tenant, days.from().toString(), days.to().toString()));
  }

  Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("unit", "kg CO2e");
    json.put("rows", rows);
    return json;
  }

  /** A line per provider and service, RFC 4180; emissions in kg CO2e. */
  void csv(OutputStream stream) throws IOException {
    Writer writer = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader(COLUMNS).get();
    try (CSVPrinter printer = new CSVPrinter(writer, format)) {
      for (Map<String, Object> row : rows) {
        for (String column : COLUMNS) {
          printer.print(text(row.get(column)));
        }
        printer.println();
      }
    }
  }

  private static Object text(Object value) {
    return value instanceof BigDecimal number ? number.toPlainString() : value;
  }
}

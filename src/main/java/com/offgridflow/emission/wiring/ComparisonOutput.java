package com.offgridflow.emission.wiring;

import com.offgridflow.emission.compare.ComparedRow;
import com.offgridflow.emission.compare.ComparedUse;
import com.offgridflow.emission.compare.Figures;
import com.offgridflow.emission.compare.ProfileComparison;
import com.offgridflow.emission.profile.Cause;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** A comparison of two profiles as JSON and as CSV. */
record ComparisonOutput(String first, String second, DayRange days, ProfileComparison comparison) {

  Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("a", first);
    json.put("b", second);
    json.put("from", days.from().toString());
    json.put("to", days.to().toString());
    json.put("causes", causes());
    json.put("total", figures(comparison.total()));
    List<Map<String, Object>> rows = new ArrayList<>();
    comparison.rows().forEach((use, row) -> rows.add(row(use, row)));
    json.put("rows", rows);
    return json;
  }

  /** In the order in which they were swapped. */
  private static List<Map<String, String>> causes() {
    List<Map<String, String>> causes = new ArrayList<>();
    for (Cause cause : Cause.values()) {
      causes.add(Map.of("cause", cause.code(), "meaning", cause.meaning()));
    }
    return causes;
  }

  private static Map<String, Object> row(ComparedUse use, ComparedRow row) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("provider", use.provider());
    json.put("service", use.service());
    json.put("region", use.region());
    json.put("kind", use.kind());
    json.putAll(figures(row));
    return json;
  }

  private static Map<String, Object> figures(ComparedRow row) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("activities", row.activities());
    json.put("not_estimated", Map.of("a", row.missingInFirst(), "b", row.missingInSecond()));
    json.put("kwh", pair(row.first().kwh(), row.second().kwh()));
    json.put("kg_co2e", pair(row.first().kgCo2e(), row.second().kgCo2e()));
    Map<String, Object> causes = new LinkedHashMap<>();
    for (Cause cause : Cause.values()) {
      Figures of = row.of(cause);
      if (of.kwh().signum() != 0 || of.kgCo2e().signum() != 0) {
        causes.put(cause.code(), Map.of("kwh", of.kwh(), "kg_co2e", of.kgCo2e()));
      }
    }
    json.put("causes", causes);
    return json;
  }

  private static Map<String, BigDecimal> pair(BigDecimal a, BigDecimal b) {
    Map<String, BigDecimal> pair = new LinkedHashMap<>();
    pair.put("a", a);
    pair.put("b", b);
    pair.put("difference", b.subtract(a));
    return pair;
  }

  /** A line per provider, service, region and kind, RFC 4180. */
  void csv(OutputStream stream) throws IOException {
    Writer writer = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader(header()).get();
    try (CSVPrinter printer = new CSVPrinter(writer, format)) {
      for (Map.Entry<ComparedUse, ComparedRow> entry : comparison.rows().entrySet()) {
        printer.printRecord(line(entry.getKey(), entry.getValue()));
      }
    }
  }

  private static String[] header() {
    List<String> header =
        new ArrayList<>(
            List.of(
                "provider",
                "service",
                "region",
                "kind",
                "activities",
                "not_estimated_a",
                "not_estimated_b",
                "kwh_a",
                "kwh_b",
                "kg_co2e_a",
                "kg_co2e_b"));
    for (Cause cause : Cause.values()) {
      header.add("kwh_" + cause.code());
      header.add("kg_co2e_" + cause.code());
    }
    return header.toArray(String[]::new);
  }

  private static List<Object> line(ComparedUse use, ComparedRow row) {
    List<Object> line =
        new ArrayList<>(List.of(use.provider(), use.service(), use.region(), use.kind()));
    line.addAll(List.of(row.activities(), row.missingInFirst(), row.missingInSecond()));
    line.addAll(List.of(plain(row.first().kwh()), plain(row.second().kwh())));
    line.addAll(List.of(plain(row.first().kgCo2e()), plain(row.second().kgCo2e())));
    for (Cause cause : Cause.values()) {
      line.addAll(List.of(plain(row.of(cause).kwh()), plain(row.of(cause).kgCo2e())));
    }
    return line;
  }

  private static String plain(BigDecimal number) {
    return number.toPlainString();
  }
}

package com.offgridflow.report.csv;

import com.offgridflow.report.BreakdownRow;
import com.offgridflow.report.Coverage;
import com.offgridflow.report.Dimension;
import com.offgridflow.report.Report;
import com.offgridflow.report.ReportValue;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Renders a report as CSV files. */
public final class ReportCsv {
  private ReportCsv() {}

  /** One row per value, as published. */
  public static byte[] values(Report report) {
    CsvTable table =
        new CsvTable(
            "data_point",
            "label",
            "value",
            "unit",
            "concept",
            "axis",
            "member",
            "emission_count",
            "of_which_accrued",
            "previous_value");
    report.values().forEach(value -> addValue(table, value));
    return table.bytes();
  }

  /** One row per breakdown row, in kg CO2e with all digits. */
  public static byte[] breakdown(Report report) {
    CsvTable table =
        new CsvTable(
            "scope",
            "category",
            "service",
            "site",
            "kind",
            "kg_co2e",
            "activities",
            "quantity_from");
    report.basis().breakdown().forEach(row -> addBreakdown(table, row));
    return table.bytes();
  }

  /** One row per usage that has no estimate, dearest first. */
  public static byte[] uncovered(Report report) {
    CsvTable table = new CsvTable("service", "usage", "cost", "currency", "activities");
    for (Coverage.UncoveredUsage usage : report.basis().coverage().uncovered()) {
      table.row(
          usage.service(),
          usage.kind(),
          usage.cost().amount(),
          usage.cost().currency(),
          usage.activities());
    }
    return table.bytes();
  }

  private static void addValue(CsvTable table, ReportValue value) {
    table.row(
        value.dataPoint(),
        value.label(),
        value.published(),
        value.unit(),
        value.concept().orElse(""),
        joined(value, Dimension::axis),
        joined(value, Dimension::member),
        value.emissions(),
        value.publishedAccrued().map(Object.class::cast).orElse(""),
        value.previous().map(Object.class::cast).orElse(""));
  }

  private static String joined(ReportValue value, Function<Dimension, String> part) {
    return value.dimensions().stream().map(part).collect(Collectors.joining(" "));
  }

  private static void addBreakdown(CsvTable table, BreakdownRow row) {
    table.row(
        row.scope(),
        row.category().map(Object.class::cast).orElse(""),
        row.service(),
        row.site(),
        row.kind(),
        row.kgCo2e(),
        row.activities(),
        row.accrued() ? "accrual" : "record");
  }
}

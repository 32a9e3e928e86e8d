package com.offgridflow.report.csv;

import com.offgridflow.report.EmissionRow;
import com.offgridflow.report.EmissionRows;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** All emissions of a report as CSV, written row by row. */
public final class EmissionsCsv {
  /** Of {@link EmissionRow#cells()}. */
  private static final String[] HEADER = {
    "emission",
    "activity",
    "period_start",
    "period_end",
    "scope",
    "category",
    "method",
    "component",
    "kg_co2e",
    "energy_kwh",
    "kind",
    "supplier",
    "service",
    "site",
    "quantity",
    "unit",
    "formula",
    "factors",
    "source",
    "record_key",
    "version",
    "evidence_object",
    "evidence_sha256",
    "locator"
  };

  private EmissionsCsv() {}

  /** Writes the table, in kg CO2e with all digits, and leaves the stream open. */
  public static void write(EmissionRows rows, OutputStream out) throws IOException {
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    CsvTable table = new CsvTable(writer, HEADER);
    rows.each(row -> table.row(row.cells()));
    writer.flush();
  }
}

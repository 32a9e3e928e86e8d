package com.offgridflow.report.csv;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/** All emissions of a report as CSV, in kg CO2e with all digits, written row by row. */
public final class EmissionsCsv {
  private static final List<String> COLUMNS =
      List.of(
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
          "locator");

  private static final Set<String> NUMBERS =
      Set.of(
          "emission",
          "activity",
          "scope",
          "category",
          "kg_co2e",
          "energy_kwh",
          "quantity",
          "version");

  private final CopiedCsv rows;

  /** Begins the table with its header; the stream is left open. */
  public EmissionsCsv(OutputStream out) throws IOException {
    out.write((String.join(",", COLUMNS) + "\r\n").getBytes(StandardCharsets.UTF_8));
    boolean[] numbers = new boolean[COLUMNS.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = NUMBERS.contains(COLUMNS.get(i));
    }
    this.rows = new CopiedCsv(out, numbers);
  }

  /**
   * Adds an emission.
   *
   * @param copied its cells in the order of the header, as PostgreSQL's COPY has them in its text
   *     format, in UTF-8
   */
  public void copied(byte[] copied) throws IOException {
    rows.row(copied);
  }
}

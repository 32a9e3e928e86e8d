package com.offgridflow.emission.wiring;

import com.offgridflow.emission.Emission;
import com.offgridflow.emission.Gases;
import com.offgridflow.problem.Problem;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Estimates as CSV (RFC 4180): one row per emission, and one per activity that has none. */
final class EstimateCsv {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setHeader(
              "row",
              "record_key",
              "component",
              "scope",
              "category",
              "method",
              "counted",
              "kg_co2e",
              "kg_co2",
              "kg_ch4",
              "kg_n2o",
              "kg_biogenic_co2",
              "energy_kwh",
              "gwp_set",
              "formula",
              "factors",
              "derivation",
              "problem",
              "message")
          .get();

  private EstimateCsv() {}

  static void write(List<Estimate> estimates, OutputStream stream) throws IOException {
    Writer writer = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
    try (CSVPrinter printer = new CSVPrinter(writer, FORMAT)) {
      for (Estimate estimate : estimates) {
        print(printer, estimate);
      }
    }
  }

  private static void print(CSVPrinter printer, Estimate estimate) throws IOException {
    if (estimate.problem().isPresent()) {
      Problem problem = estimate.problem().get();
      Object[] row = new Object[19];
      row[0] = estimate.index() + 1;
      row[1] = harmless(estimate.recordKey());
      row[17] = problem.type();
      row[18] = harmless(message(problem));
      printer.printRecord(row);
      return;
    }
    String gaps = String.join("; ", estimate.estimated().orElseThrow().gaps());
    for (Emission emission : estimate.estimated().orElseThrow().emissions()) {
      printer.printRecord(row(estimate, emission, gaps));
    }
  }

  private static String message(Problem problem) {
    String fields =
        problem.errors().stream()
            .map(f -> f.field() + " '" + f.value() + "': " + f.message())
            .reduce("", (a, b) -> a + "; " + b);
    return problem.detail() + fields;
  }

  private static Object[] row(Estimate estimate, Emission emission, String gaps) {
    Gases gases = emission.gases();
    return new Object[] {
      estimate.index() + 1,
      harmless(estimate.recordKey()),
      emission.component(),
      emission.scope().number(),
      emission.category().map(Object::toString).orElse(""),
      emission.method(),
      emission.counted(),
      gases.co2e().toPlainString(),
      plain(gases.co2()),
      plain(gases.ch4()),
      plain(gases.n2o()),
      plain(gases.biogenicCo2()),
      plain(emission.energyKwh()),
      emission.gwpSet(),
      emission.formula(),
      String.join(" ", emission.factorIds()),
      emission.derivation().toJson(),
      "",
      gaps
    };
  }

  /** What was sent comes back: a spreadsheet must not run it as a formula. */
  private static String harmless(String text) {
    return text.isEmpty() || "=+-@\t\r".indexOf(text.charAt(0)) < 0 ? text : "'" + text;
  }

  private static String plain(Optional<BigDecimal> value) {
    return value.map(BigDecimal::toPlainString).orElse("");
  }
}

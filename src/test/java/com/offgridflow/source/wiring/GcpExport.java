package com.offgridflow.source.wiring;

import com.offgridflow.source.BigQueryMonth;
import com.offgridflow.source.BigQueryTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** An export of Cloud Billing, and the real SQL over it, in DuckDB. */
abstract class GcpExport {
  static final BigQueryTable TABLE =
      BigQueryTable.of("shop-billing.billing.gcp_billing_export_v1_0123AB_4567CD_89EF01");
  static final BigQueryMonth SEPTEMBER =
      new BigQueryMonth(TABLE, YearMonth.of(2024, 9), 1, "2024-10-31 00:00:00");

  final ExportTables tables = new ExportTables();

  @BeforeEach
  void create() {
    tables.billing(TABLE.toString());
  }

  @AfterEach
  void close() throws Exception {
    tables.close();
  }

  List<Map<String, String>> query(String name) {
    return query(name, SEPTEMBER.state());
  }

  List<Map<String, String>> query(String name, String exportedUntil) {
    Map<String, String> parameters =
        Map.of(
            "first_day", "2024-09-01",
            "next_month", "2024-10-01",
            "exported_until", exportedUntil);
    return tables.query(text(name).replace("${table}", TABLE.toString()), parameters).maps();
  }

  /** Kind, subject, quantity, unit, cost, lines of each group. */
  List<String> rolledUp(BillingLine... lines) {
    tables.append(TABLE.toString(), Stream.of(lines).map(BillingLine::row).toList());
    return query("gcp-billing").stream().map(GcpExport::brief).toList();
  }

  private static String brief(Map<String, String> row) {
    return String.join(
        " | ",
        row.get("disposition").equals("usage") ? row.get("kind") : "not usage: " + row.get("kind"),
        row.get("subject"),
        plain(row.get("quantity")),
        row.get("unit"),
        plain(row.get("cost")),
        row.get("lines"));
  }

  private static String plain(String number) {
    BigDecimal value = new BigDecimal(number);
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }

  static String text(String name) {
    try {
      return Files.readString(Path.of("src/main/resources/rollup/bigquery", name + ".sql"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package com.offgridflow.cbam;

import static com.offgridflow.cbam.DeclaredLine.published;

import com.offgridflow.cbam.DefaultValue.Increased;
import com.offgridflow.cbam.GoodsLine.CarbonPrice;
import com.offgridflow.cbam.GoodsLine.Installation;
import com.offgridflow.report.csv.CsvTable;

/** Renders a declaration as CSV, a row per goods line. */
public final class DeclarationCsv {
  private DeclarationCsv() {}

  /** The table; emissions are in t CO2e. */
  public static byte[] render(Declaration declaration) {
    CsvTable table =
        new CsvTable(
            "number",
            "line",
            "imported_on",
            "cn_code",
            "sector",
            "gases",
            "origin_country",
            "production_country",
            "installation",
            "route",
            "quantity",
            "unit",
            "specific_direct",
            "specific_indirect",
            "embedded_direct",
            "embedded_indirect",
            "embedded_total",
            "carbon_price",
            "carbon_price_currency",
            "evidence",
            "evidence_version",
            "evidence_digest",
            "default_value");
    declaration.lines().forEach(line -> add(table, line));
    return table.bytes();
  }

  private static void add(CsvTable table, DeclaredLine line) {
    table.row(
        line.number(),
        line.line(),
        line.importedOn(),
        line.cn().digits(),
        line.sector().code(),
        String.join(" ", line.gases()),
        line.origin(),
        line.producedIn(),
        line.installation().map(Installation::id).orElse(""),
        line.method().routeName(),
        line.quantity(),
        line.sector().unit(),
        published(line.specific().direct()),
        published(line.specific().indirect()),
        published(line.embedded().direct()),
        published(line.embedded().indirect()),
        published(line.embedded().total()),
        line.carbonPrice().map(p -> (Object) p.paid().amount()).orElse(""),
        line.carbonPrice().map(CarbonPrice::paid).map(paid -> paid.currency()).orElse(""),
        line.evidence().object(),
        line.evidence().version(),
        line.evidence().digest(),
        line.defaultValue().map(Increased::description).orElse(""));
  }
}

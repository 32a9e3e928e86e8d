package com.offgridflow.cbam;

import com.offgridflow.cbam.GoodsReading.Read;
import com.offgridflow.cbam.GoodsReading.Rejected;
import com.offgridflow.table.Columns;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Reads goods from CSV (RFC 4180) with a header; docs/cbam.md explains the columns. A row is a
 * goods line, or by {@code precursor_of} a precursor of the row that it names.
 */
public final class GoodsCsv {
  public static final List<String> REQUIRED =
      List.of(
          "line",
          "imported_on",
          "cn_code",
          "description",
          "origin_country",
          "quantity",
          "unit",
          "procedure",
          "import_area",
          "methodology",
          "route",
          "route_name");
  public static final List<String> OPTIONAL =
      List.of(
          "precursor_of",
          "production_country",
          "installation_id",
          "installation_name",
          "operator_id",
          "operator_name",
          "operator_city",
          "contact_name",
          "contact_phone",
          "contact_email",
          "see_direct",
          "see_indirect",
          "default_value",
          "default_route",
          "produced",
          "emissions_direct",
          "electricity_mwh",
          "electricity_factor",
          "indirect_determination",
          "electricity_source",
          "carbon_price",
          "carbon_price_currency",
          "carbon_price_instrument",
          "carbon_price_act");

  private static final Columns COLUMNS = new Columns(REQUIRED, OPTIONAL);

  private GoodsCsv() {}

  /**
   * What came of each goods line, in order, then the precursors that are none's.
   *
   * @throws IllegalArgumentException when it is no CSV or lacks a column
   */
  public static List<GoodsReading> read(Reader csv) throws IOException {
    List<GoodsRow> rows = new ArrayList<>();
    COLUMNS.read(csv, row -> rows.add(new GoodsRow(row)));
    return new GoodsTree(rows).readings();
  }

  /**
   * A goods line from the cells that it was read from before.
   *
   * @throws IllegalArgumentException when they are no goods line by today's list of goods
   */
  public static GoodsLine line(List<Map<String, String>> cells) {
    List<GoodsReading> found =
        new GoodsTree(cells.stream().map(row -> new GoodsRow(row.get("line"), row)).toList())
            .readings();
    if (found.size() == 1 && found.get(0) instanceof Read read) {
      return read.line();
    }
    throw new IllegalArgumentException(
        "goods line '%s' is none any more: %s".formatted(cells.get(0).get("line"), faults(found)));
  }

  private static List<String> faults(List<GoodsReading> readings) {
    return readings.stream()
        .flatMap(r -> r instanceof Rejected bad ? bad.faults().stream() : Stream.empty())
        .map(fault -> fault.message())
        .toList();
  }
}
